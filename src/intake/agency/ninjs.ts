// A news item in JSON (ninjs 1 to 3, as agencies deliver it) -> its words, and what it says of itself.

import type { PromptFormat } from '../format.ts'
import { preformatted, readFragment } from '../html/fragment.ts'
import { textOfMarkup } from '../html/tree.ts'
import { readStated } from '../metadata.ts'
import { parseJson } from '../parse-json.ts'
import { decode } from '../text/decode.ts'
import { withdrawn } from './news-item-status.ts'

export const ninjs: PromptFormat = {
  name: 'ninjs',
  matches: (head) =>
    /^(?:\xef\xbb\xbf)?\s*\{/.test(head) &&
    /"uri"\s*:/.test(head) &&
    !/"(?:text|html)"\s*:/.test(head) && // a line of our own, whatever else it carries
    /"(?:versioncreated|firstcreated|headlines?|bodies|body_x?html|body_text|representationtype|pubstatus)"\s*:/i.test(
      head,
    ),
  parse({ bytes }) {
    const { text, warnings } = decode(bytes)
    const item = readItem(text.replace(/^\ufeff/, ''))
    const title = mainOf(item, 'headline', 'title', 'name')
    const metadata = readStated({
      title: title === undefined ? undefined : textOfMarkup(title),
      outlet: namesIn(item, 'infosource')[0] ?? stringOf(item, 'copyrightholder'),
      authors: [stringOf(item, 'byline', 'by') ?? ''],
      url: stringOf(item, 'uri'),
      published: stringOf(item, 'versioncreated', 'contentcreated', 'firstcreated'),
      language: stringOf(item, 'language'),
    })
    return {
      mediaType: 'application/ninjs+json',
      ...readFragment(bodyOf(item), metadata.title, metadata.bylines),
      metadata,
      warnings: [...warnings, ...withdrawn(stringOf(item, 'pubstatus'))],
    }
  },
}

/** Names in small letters, without underscores: each generation of the standard spells them in its own way. */
type Item = ReadonlyMap<string, unknown>

function readItem(text: string): Item {
  const value = parseJson(text)
  return fieldsOf(value)
}

const fieldsOf = (value: unknown): Item =>
  new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, field]) => [name.toLowerCase().replaceAll('_', ''), field])
      : [],
  )

const stringOf = (item: Item, ...names: string[]): string | undefined =>
  names.map((name) => item.get(name)).find((value): value is string => typeof value === 'string' && value.trim() !== '')

/** `name` in the first generation; `names`, a list with roles, since the second. */
const listOf = (item: Item, name: string): Item[] => [item.get(`${name}s`) ?? item.get(name)].flat().map(fieldsOf)

function mainOf(item: Item, ...names: string[]): string | undefined {
  for (const name of names) {
    const list = listOf(item, name)
    const main = list.find((each) => each.get('role') === 'main') ?? list[0]
    const found = stringOf(item, name, `${name}text`) ?? (main && stringOf(main, 'value'))
    if (found !== undefined) return found
  }
  return undefined
}

const namesIn = (item: Item, name: string): string[] =>
  listOf(item, name).flatMap((each) => stringOf(each, 'name') ?? [])

/** Markup where there is any, since it has the paragraphs; else the plain words; of a picture, what describes it. */
function bodyOf(item: Item): string {
  const bodies = [item.get('bodies')].flat().map(fieldsOf)
  const marked = bodies.find((body) => /html/i.test(String(body.get('contenttype') ?? '')))
  const markup = stringOf(item, 'bodyxhtml', 'bodyhtml') ?? (marked && stringOf(marked, 'value'))
  if (markup !== undefined) return markup
  const plain =
    stringOf(item, 'bodytext') ?? bodies.map((body) => stringOf(body, 'value')).find((words) => words !== undefined)
  return preformatted(plain ?? mainOf(item, 'description') ?? '')
}
