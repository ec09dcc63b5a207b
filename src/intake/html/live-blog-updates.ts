// The JSON-LD of a page -> the updates of the LiveBlogPosting in it; null where it has none.

import { findNodes, type Node, namesOf, textOf, urlOf } from './json-ld.ts'
import { textOfMarkup } from './tree.ts'

export interface Update {
  title: string | undefined
  /** Without markup; paragraphs apart by line ends. */
  body: string
  url: string | undefined
  authors: string[]
  published: string | undefined
}

/** A day of news has three hundred. */
const MOST_UPDATES = 2000
/** In characters, of all. */
const MOST_TEXT = 5_000_000

export function findUpdates(scripts: readonly string[]): Update[] | null {
  const blogs = findNodes(scripts, /^LiveBlogPosting$/)
  if (blogs.length === 0) return null
  let length = 0
  return blogs
    .flatMap((blog) => [blog.liveBlogUpdate].flat())
    .filter((node): node is Node => typeof node === 'object' && node !== null)
    .slice(0, MOST_UPDATES)
    .flatMap((node) => {
      const update = toUpdate(node)
      length += update.body.length
      return length > MOST_TEXT ? [] : [update]
    })
}

function toUpdate(node: Node): Update {
  const title = textOf(node.headline) ?? textOf(node.name)
  return {
    title: title === undefined ? undefined : textOfMarkup(title.slice(0, 1000)),
    body: (textOf(node.articleBody) ?? textOf(node.text) ?? '')
      .split(/\n+|<\/p>|<br\s*\/?>/i)
      .map((paragraph) => textOfMarkup(paragraph))
      .filter((paragraph) => paragraph !== '')
      .join('\n'),
    url: urlOf(node.url) ?? urlOf(node.mainEntityOfPage),
    authors: namesOf(node.author),
    published: textOf(node.datePublished) ?? textOf(node.dateCreated),
  }
}
