// Saved HTML -> the text of the whole page, the passages that are the article, and what the page says of itself.

import type { Passage, Warning } from '../types.ts'
import { decode } from './decode.ts'
import type { Format, Parsed } from './format.ts'
import { declaredCharset } from './html-charset.ts'
import { extract } from './html-extract.ts'
import { readMetadata } from './html-metadata.ts'
import { findPlaces } from './html-places.ts'
import { findRuns, type Run } from './html-runs.ts'
import { looksLikeHtml } from './html-sniff.ts'
import { parseMarkup } from './html-tree.ts'
import { isBody, tellKinds } from './main-text.ts'

export const html: Format = {
  name: 'HTML',
  matches: (head, { bytes, mediaType }) => looksLikeHtml(head, bytes, mediaType),
  parse({ bytes, mediaType }) {
    const { text: markup, warnings } = decode(bytes, declaredCharset(bytes, mediaType))
    const tree = parseMarkup(markup)
    const { metadata, titles, body } = readMetadata(tree)
    const pageText = findRuns(tree)
    const { runs } = pageText
    const extracted = extract(tree, pageText) ?? inBody(runs, body)
    const kept = extracted ?? runs.map(() => true)
    const kinds = tellKinds({ runs, kept, places: findPlaces(runs, kept), titles })
    const isTold = kinds.some(isBody)
    // Furniture alone is no answer: what the page is, its wording has to tell.
    const parts = runs.map(
      ({ text }, index): Part => ({ text, kind: isTold || kinds[index] === 'title' ? kinds[index] : null }),
    )
    const untitled = metadata.title !== undefined && parts.length > 0 && !kinds.includes('title')
    return {
      mediaType: 'text/html',
      ...join(untitled ? [{ text: metadata.title ?? '', kind: 'title' }, ...parts] : parts),
      metadata,
      warnings: extracted && isTold ? warnings : [...warnings, NO_MAIN_TEXT],
    }
  },
}

interface Part {
  text: string
  kind: Passage['kind']
}

/** The runs that the page's metadata has as the text of the article. */
function inBody(runs: readonly Run[], body: string | undefined): boolean[] | null {
  const found = runs.map(({ text }) => body?.includes(text.replace(/\s+/g, ' ')) ?? false)
  return found.includes(true) ? found : null
}

const NO_MAIN_TEXT: Warning = {
  code: 'no-main-text',
  message: 'no article could be told apart from the rest of the page; all that is not plainly furniture was kept',
}

const GAP = '\n\n'

function join(parts: readonly Part[]): Pick<Parsed, 'text' | 'passages'> {
  const passages: Passage[] = []
  let start = 0
  for (const { text, kind } of parts) {
    passages.push({ span: [start, start + text.length], kind })
    start += text.length + GAP.length
  }
  return { text: parts.map(({ text }) => text).join(GAP), passages }
}
