// The JSON-LD of a page -> the node that describes its article, as far as it can be parsed.

export type Node = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review)$/
/** Deeper or more than any page needs. */
const MAX_LEVEL = 12

/** @param scripts the texts of the page's `application/ld+json` scripts */
export function findArticleNode(scripts: readonly string[]): Node | null {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script), 0))
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)))
  const article = articles.find((node) => textOf(node.headline) !== undefined) ?? articles[0]
  if (article === undefined) return null
  const byId = new Map(nodes.filter(({ name }) => name !== undefined).map((node) => [node['@id'], node]))
  const resolve = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(resolve)
      : isNode(value) && value.name === undefined
        ? byId.get(value['@id'])
        : value
  return { ...article, publisher: resolve(article.publisher), author: resolve(article.author) }
}

/** Of this type, wherever they stand. */
export const findNodes = (scripts: readonly string[], type: RegExp): Node[] =>
  scripts.flatMap((script) => nodesOf(parse(script), 0)).filter((node) => typesOf(node).some((each) => type.test(each)))

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The node and those inside it: in lists, in `@graph`, as the main entity of a page. */
function nodesOf(value: unknown, level: number): Node[] {
  if (level > MAX_LEVEL) return []
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, level + 1))
  if (!isNode(value)) return []
  const inner = [value['@graph'], value.mainEntity, value.mainEntityOfPage]
  return [value, ...inner.flatMap((item) => nodesOf(item, level + 1))]
}

const typesOf = (node: Node): string[] => [node['@type']].flat().filter((type) => typeof type === 'string')

/** The value, or null: some pages have line breaks in strings, commas too many, or comment marks round it. */
function parse(script: string): unknown {
  const bare = script
    .trimEnd()
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)(?:\s*;)?$/, '')
  for (const text of [bare, bare.replace(/[\0-\x1f]+/g, ' ').replace(/,(?=\s*[\]}])/g, '')]) {
    try {
      return JSON.parse(text)
    } catch {
      // the mended text next
    }
  }
  return null
}

/** A string, or the `@value` or `name` that stands for it; the first of several. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined)
  return isNode(value) ? (textOf(value['@value']) ?? textOf(value.name)) : undefined
}

/** A URL, or what it is the `@id` of. */
export const urlOf = (value: unknown): string | undefined => (isNode(value) ? textOf(value['@id']) : textOf(value))

/** The names of the authors. */
export const namesOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(namesOf)
    : [isNode(value) ? textOf(value.name) : textOf(value)].flatMap((name) => name ?? [])
