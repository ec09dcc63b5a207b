// A piece of Markdown -> its tree (mdast), by CommonMark with the tables, footnotes, tasks and struck words of GFM.

import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

type Syntax = NonNullable<Options['extensions']>[number]
type Construct = Extract<NonNullable<Syntax['text']>[number], { tokenize: unknown }>

/** In one paragraph, heading or cell: the parser may look through all of it again for each. */
export const MAX_MARKS = 400
/** How many each counts for: what a `<` may begin ends anywhere, or nowhere. */
const MARKS: Readonly<Record<string, number>> = { '!': 1, '*': 1, '<': 4, '[': 1, ']': 1, _: 1, '`': 1, '~': 1 }

/** @param onBound called where a paragraph has more marks; those after them are characters like any other */
export function parseTree(piece: string, onBound: () => void): Root {
  return fromMarkdown(piece, {
    extensions: [
      gfmTable(),
      gfmFootnote(),
      gfmStrikethrough({ singleTilde: false }), // "~5 km to ~10 km" is not struck through
      gfmTaskListItem(),
      { disable: { null: ['codeIndented'] } }, // in reports, indented lines are paragraphs
      boundMarks(onBound),
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
}

/** Tried before all other syntax; last in the list of extensions for that. */
function boundMarks(onBound: () => void): Syntax {
  const counts = new WeakMap<object, number>()
  const construct = (mark: string, weight: number): Construct => ({
    // A run of them is looked at once, from its beginning.
    previous: (code) => (mark !== '`' && mark !== '~') || code !== mark.charCodeAt(0),
    tokenize(effects, ok, nok) {
      const count = (counts.get(this) ?? 0) + weight
      counts.set(this, count)
      if (count <= MAX_MARKS) return nok
      onBound()
      return (code) => {
        effects.enter('data')
        effects.consume(code)
        effects.exit('data')
        return ok
      }
    },
  })
  return {
    text: Object.fromEntries(
      Object.entries(MARKS).map(([mark, weight]) => [mark.charCodeAt(0), construct(mark, weight)]),
    ),
  }
}
