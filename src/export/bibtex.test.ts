import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import type { Article } from '../types.ts'
import { articlesOf } from './articles.ts'
import { bibtex } from './bibtex.ts'

function entriesOf(text: string, ...articles: Partial<Article>[]): string {
  const { reading } = makeReading(text)
  const [own] = reading.articles
  return [...bibtex(articlesOf({ ...reading, articles: articles.map((more) => ({ ...own, ...more })) }))].join('')
}

const TITLES: [title: string, tex: string, why: string][] = [
  ['Bridge shut', '{{Bridge shut}}', 'capitals are kept'],
  ['50% of R&D in $ and #1_2', '{{50\\% of R\\&D in \\$ and \\#1\\_2}}', 'signs with a meaning'],
  ['A ~ B ^ C', '{{A \\textasciitilde{} B \\textasciicircum{} C}}', ''],
  ['A } brace { unlike', '{{A \\textbraceright{} brace \\textbraceleft{} unlike}}', 'braces that would end the field'],
  ['\\input{x}', '{{\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}}}', 'no command runs'],
  ['Zëri: “Leposavić” 東京', '{{Zëri: “Leposavić” 東京}}', 'letters stay what they are'],
]

test.each(TITLES)('the title %s is %s (%s)', (title, tex) => {
  expect(entriesOf(`${title}\nText.`, { title: [0, title.length] })).toContain(`  title = ${tex},\n`)
})

const FIELDS: [article: Partial<Article>, line: string, why: string][] = [
  [{ bylines: ['Ada Quist', 'Zoë Ndiaye'] }, 'author = {Ada Quist and Zoë Ndiaye}', 'two authors'],
  [{ bylines: ['Wire and Staff'] }, 'author = {{Wire and Staff}}', 'one name, although it looks like two'],
  [{ bylines: ['Quist, Ada'] }, 'author = {{Quist, Ada}}', 'as the byline has it'],
  [{ bylines: ['Sandra Andrews'] }, 'author = {Sandra Andrews}', 'a look-alike: "and" within a name'],
  [{ published: { value: '2024-05-01T10:00:00Z', basis: 'metadata' } }, 'month = may', 'a month by its macro'],
  [{ published: { value: '2024', basis: 'text' } }, 'year = {2024}', 'a year alone'],
  [{ url: 'https://a.example/x_1?q=a%20b#c' }, 'url = {https://a.example/x_1?q=a%20b#c}', 'as it stands'],
  [{ url: 'https://a.example/}x{' }, 'url = {https://a.example/%7Dx%7B}', 'it cannot end the field'],
  [{ outlet: 'A & B' }, 'journal = {A \\& B}', ''],
]

test.each(FIELDS)('%j gives %s (%s)', (article, line) => {
  expect(entriesOf('Text.', article)).toContain(`  ${line},\n`)
})

test('keys are unique, the same each time, and letters that every style takes', () => {
  const outlet = 'Zëri i Bjeshkës, {x}'
  const published = { value: '2024-05-01', basis: 'metadata' as const }
  const text = entriesOf('One text.', { outlet, published }, { outlet, published }) + entriesOf('Another.', { outlet })
  const keys = [...text.matchAll(/^@article\{(.+),$/gm)].map(([, key]) => key)
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toMatch(/^zeri-i-bjeshkes-x-2024-[0-9a-f]{12}-1$/)
  for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/)
})

test('braces are balanced, whatever a report is called', () => {
  const title = '}{}}{ \\{ \\} {{'
  const entry = entriesOf(`${title}\nText.`, { title: [0, title.length], outlet: '}', bylines: ['{and}'] })
  let depth = 0
  for (const sign of entry) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
})

test('an address that no browser should open is left out', () => {
  expect(entriesOf('Text.', { url: 'javascript:alert(1)' })).not.toContain('url =')
})
