// A reading -> its articles for the terminal, with sources, cues and contents marked.

import { type CitedStatement, citeStatements } from '../../record/rows.ts'
import type { Article, Block, BlockKind, Reading } from '../../types.ts'
import { bracket, type Mark, marksOf, paintRoles, type Role } from './marks.ts'
import type { Style } from './style.ts'
import { count, printable } from './text.ts'
import { wrapLines } from './wrap.ts'

type Paint = (text: string) => string

export function formatReading(reading: Reading, style: Style): string {
  const { document, articles, warnings } = reading
  const { paint } = style
  const statements = citeStatements(reading)
  return [
    `${paint.bold('document')}  ${printable(document.id)}`,
    paint.dim(`from      ${printable(document.origin)}, ${document.mediaType}`),
    paint.dim(`sha256    ${document.sha256}`),
    ...warnings.map(({ code, message }) => paint.yellow(`warning   ${printable(message)} (${code})`)),
    legend(style),
    ...articles.flatMap((article, index) => {
      const own = statements.filter((statement) => statement.article === index + 1)
      return formatArticle(document.text, article, own, `article ${index + 1} of ${articles.length}`, style)
    }),
    '',
  ].join('\n')
}

function legend({ colour, paint }: Style): string {
  const styles = roleStyles(paint)
  const entries: [Role, string, string][] = [
    ['source', '[', 'source]'],
    ['unnamed', '[?', 'unnamed source]'],
    ['cue', '<', 'cue>'],
    ['content', '{', 'content}'],
  ]
  const shown = entries.map(([role, open, words]) => (colour ? styles[role](words.slice(0, -1)) : `${open}${words}`))
  return `${paint.dim('marks   ')}  ${shown.join('   ')}`
}

function formatArticle(
  text: string,
  article: Article,
  statements: readonly CitedStatement[],
  label: string,
  style: Style,
): string[] {
  const { paint } = style
  const { outlet, bylines, dateline, published, url, language } = article
  const facts = [
    ...(outlet ? [outlet] : []),
    ...(bylines?.length ? [`by ${bylines.join(', ')}`] : []),
    ...(dateline?.place ? [dateline.place] : []),
    published ? `${published.value} (date from: ${published.basis})` : 'date unknown',
    language,
    count(statements.length, 'statement'),
    ...(url ? [url] : []),
  ]
  const rule = '─'.repeat(Math.min(style.width, 72))
  const marks = marksOf(article)
  return [
    '',
    paint.dim(rule),
    paint.dim(`${label}: ${printable(facts.join(' · '))}`),
    '',
    ...article.blocks.flatMap((block) => [...formatBlock(text, block, marks, style), '']),
    ...formatSources(statements, style),
  ]
}

/** Room on the left for the kind of a block that is not a paragraph. */
const GUTTER = 11
const MEASURE = 90

function formatBlock(text: string, { kind, span }: Block, marks: readonly Mark[], style: Style): string[] {
  const { colour, paint, width } = style
  const shown = colour ? text.slice(...span) : bracket(text, span, marks)
  const roles = colour ? paintRoles(span, marks) : []
  const base = kindStyle(kind, paint)
  return wrapLines(shown, Math.min(MEASURE, width - GUTTER)).map(({ start, end }, line) => {
    const label = line === 0 && kind !== 'paragraph' ? kind : ''
    return paint.dim(label.padEnd(GUTTER)) + paintLine(shown, start, end, roles, base, roleStyles(paint))
  })
}

/** Characters of the same role are painted together. */
function paintLine(
  shown: string,
  start: number,
  end: number,
  roles: readonly (Role | null)[],
  base: Paint,
  styles: Record<Role, Paint>,
): string {
  let line = ''
  for (let from = start; from < end; ) {
    const role = roles[from] ?? null
    let to = from + 1
    while (to < end && (roles[to] ?? null) === role) to++
    line += (role === null ? base : styles[role])(printable(shown.slice(from, to)))
    from = to
  }
  return line
}

const roleStyles = (paint: Style['paint']): Record<Role, Paint> => ({
  source: (text) => paint.bold(paint.cyan(text)),
  unnamed: (text) => paint.bold(paint.yellow(text)),
  cue: (text) => paint.magenta(text),
  content: (text) => paint.green(text),
})

function kindStyle(kind: BlockKind, paint: Style['paint']): Paint {
  if (kind === 'title' || kind === 'heading') return paint.bold
  if (kind === 'caption' || kind === 'credit' || kind === 'furniture') return paint.dim
  return (text) => text
}

/** Every source of the article with its number of statements, the highest first. */
function formatSources(statements: readonly CitedStatement[], { paint }: Style): string[] {
  const sources = new Map<string, number>()
  for (const { source, named } of statements) {
    const label = source === null ? NOBODY : printable(source) + (named ? '' : UNNAMED)
    sources.set(label, (sources.get(label) ?? 0) + 1)
  }
  const lines = [...sources]
    .sort(([, a], [, b]) => b - a)
    .map(([label, number]) => {
      const plain = label !== NOBODY && !label.endsWith(UNNAMED)
      return `${String(number).padStart(GUTTER - 2)}  ${plain ? label : paint.yellow(label)}`
    })
  return lines.length > 0 ? [paint.dim('statements by'), ...lines] : []
}

const NOBODY = '(nobody named)'
const UNNAMED = ' (unnamed)'
