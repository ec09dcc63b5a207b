// Saved HTML -> the text of the whole page, the passages that are the article, and what the page says of itself.

import type { BlockKind, Metadata, Span, Warning } from '../../types.ts'
import type { Parsed, PromptFormat } from '../format.ts'
import { joinParts, type Part } from '../parts.ts'
import { charsetOf, charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { findConsent } from './consent.ts'
import { extract } from './extract.ts'
import { findLiveBlog, type LiveBlog } from './live-blog.ts'
import { mayBeLive } from './live-blog-elements.ts'
import { isBody, tellKinds } from './main-text.ts'
import { readMetadata } from './metadata.ts'
import { paywalled } from './paywall.ts'
import type { Run } from './pieces.ts'
import { findPlaces } from './places.ts'
import { findRuns } from './runs.ts'
import { readSavedBy } from './saved-by.ts'
import { looksLikeHtml } from './sniff.ts'
import { splitTitle } from './title.ts'
import { parseMarkup } from './tree.ts'

export const html: PromptFormat = {
  name: 'HTML',
  matches: (head, { bytes, mediaType }) => looksLikeHtml(head, bytes, mediaType),
  parse({ bytes, mediaType }) {
    const { text: markup, warnings } = decode(bytes, charsetOf(mediaType) ?? charsetOfPage(bytes))
    const tree = parseMarkup(markup)
    const pageMetadata = readMetadata(tree)
    const { titles, body, jsonLd } = pageMetadata
    const { bylines = [] } = pageMetadata.metadata
    const pageText = findRuns(tree)
    const { runs } = pageText
    // Before the extractor takes the tree apart.
    const blog = mayBeLive(markup) ? findLiveBlog(tree, runs, jsonLd) : null
    const barred = findConsent(runs)
    const extracted = extract(tree, pageText, barred) ?? inBody(runs, body)
    const kept = (extracted ?? runs.map(() => true)).map((is, index) => is && !barred[index])
    const told = tellKinds({ runs, kept, places: findPlaces(runs, kept), titles, bylines })
    const kinds = told.map((kind, index): BlockKind => (barred[index] ? 'furniture' : kind))
    const isTold = kinds.some(isBody)
    // Furniture alone is no answer: what the page is, its wording has to tell.
    const parts = runs.map(
      ({ text }, index): Part => ({
        text,
        kind: isTold || barred[index] || kinds[index] === 'title' ? kinds[index] : null,
      }),
    )
    for (const { from, kinds } of blog?.posts ?? [])
      for (const [at, kind] of kinds.entries()) parts[from + at].kind = kind
    const printed = runs[kinds.indexOf('title')]?.text
    const metadata = refined(pageMetadata.metadata, printed, runs)
    const untitled = metadata.title !== undefined && parts.length > 0 && printed === undefined
    const before: Part[] = untitled ? [{ text: metadata.title ?? '', kind: 'title' }] : []
    const known = (extracted && isTold) || blog !== null
    const saved = readSavedBy(markup)
    return {
      mediaType: 'text/html',
      ...(blog ? joinPosts(before, parts, blog) : joinParts([...before, ...parts])),
      metadata: saved.url === undefined ? metadata : { url: saved.url, ...metadata },
      ...(saved.retrievedAt === undefined ? {} : { retrievedAt: saved.retrievedAt }),
      warnings: [
        ...warnings,
        ...(known ? [] : [NO_MAIN_TEXT]),
        ...(pageText.hasDeleted ? [DELETED] : []),
        ...paywalled(jsonLd, runs, kinds, body),
      ],
    }
  },
}

/** The page as it stands, then the posts that it holds unseen. */
function joinPosts(
  before: readonly Part[],
  parts: readonly Part[],
  { posts, unseen }: LiveBlog,
): Pick<Parsed, 'text' | 'passages' | 'posts'> {
  const all = [...before, ...parts, ...unseen.flatMap((post) => post.parts)]
  const joined = joinParts(all)
  const spanOf = (from: number, to: number): Span => [joined.passages[from].span[0], joined.passages[to - 1].span[1]]
  let end = before.length + parts.length
  return {
    ...joined,
    posts: [
      ...posts.map(({ from, to, metadata }) => ({ span: spanOf(before.length + from, before.length + to), metadata })),
      ...unseen.map((post) => {
        const from = end
        end += post.parts.length
        return { span: spanOf(from, end), metadata: post.metadata }
      }),
    ],
  }
}

/** The title as the page prints it; what else its title element has may be the outlet. */
function refined(metadata: Metadata, printed: string | undefined, runs: readonly Run[]): Metadata {
  const split = printed === undefined ? null : splitTitle(metadata.title ?? printed, printed, runs, metadata.url)
  return split === null ? metadata : { ...split, ...metadata, title: split.title }
}

/** The runs that the page's metadata has as the text of the article. */
function inBody(runs: readonly Run[], body: string | undefined): boolean[] | null {
  const found = runs.map(({ text }) => body?.includes(text.replace(/\s+/g, ' ')) ?? false)
  return found.includes(true) ? found : null
}

const DELETED: Warning = {
  code: 'left-out',
  message: 'not part of the text as it stands, and left out: words that the page strikes out',
}

const NO_MAIN_TEXT: Warning = {
  code: 'no-main-text',
  message: 'no article could be told apart from the rest of the page; all that is not plainly furniture was kept',
}
