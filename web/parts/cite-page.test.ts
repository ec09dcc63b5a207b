import { expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serveExamples } from '../../src/testing/example-server.ts'
import { makeReading } from '../../src/testing/made-reading.ts'
import { serve } from '../../src/testing/served.ts'

const TEXT = 'Ada Quist said that the bridge was shut. It rained.'

function made() {
  const made = makeReading(TEXT, { outlet: 'Lanta Wire', said: [['Ada Quist', 'said', 'that the bridge was shut']] })
  const [article] = made.reading.articles
  const sentences = [{ span: [0, 40] as [number, number], block: 0 }]
  made.reading.articles[0] = { ...article, url: 'https://lanta.example/a', sentences }
  return made
}

test('a statement is copied as a citation, and the original opens at its words', async () => {
  const { reading, received } = made()
  const { url } = await serve([{ reading, received }], { pages: builtPages() })
  const visitor = await visit(`${url}articles/${reading.document.sha256}/1?mark=s1`)
  const { page } = visitor
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByText('Cite', { exact: true }).click()
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await page.getByText('Copied as Markdown.').waitFor()
  const copied = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(copied).toMatch(/^> “Ada Quist said that the bridge was shut\.”\n>\n> — Ada Quist, /)
  expect(copied).toContain(reading.document.sha256)
  const original = page.getByRole('link', { name: 'Open the original at these words' })
  expect(await original.getAttribute('href')).toBe(
    'https://lanta.example/a#:~:text=Ada%20Quist%20said%20that%20the%20bridge%20was%20shut.',
  )
  expect(await axeViolations(page)).toEqual([])
  await quietClose(visitor)
})

test('where a page may not copy, the citation can be selected', async () => {
  const { reading, received } = made()
  const { url } = await serve([{ reading, received }], { pages: builtPages() })
  const visitor = await visit(`${url}articles/${reading.document.sha256}/1?mark=s1`)
  const { page } = visitor
  await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))')
  await page.getByText('Cite', { exact: true }).click()
  await page.getByRole('button', { name: 'Copy as BibTeX' }).click()
  expect(await page.getByLabel('The citation').inputValue()).toMatch(/^@article\{lanta-wire-/)
  await quietClose(visitor)
})

test('the accounts of an incident can be cited', async () => {
  const base = await serveExamples()
  const { incidents } = JSON.parse(await (await fetch(`${base}api/incidents`)).text())
  const visitor = await visit(`${base}incidents/${incidents[0].id}`)
  const { page } = visitor
  await page.getByText('In their words').click()
  await page.getByText('Cite', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Copy as plain text' }).first().waitFor()
  await quietClose(visitor)
})

test('the API says what it cannot cite', async () => {
  const { reading, received } = made()
  const { url } = await serve([{ reading, received }])
  const ask = async (path: string) => (await fetch(`${url}api/citation/${path}`)).status
  const { sha256 } = reading.document
  expect(await ask(`${sha256}?mark=s1`)).toBe(200)
  expect(await ask(`${sha256}?at=0-9`)).toBe(200)
  for (const [path, status] of [
    [`${sha256}?mark=s9`, 404],
    [`${sha256}?at=9-0`, 404],
    [sha256, 404],
    ['ffff?mark=s1', 404],
    [`${sha256}?at=a-b`, 400],
  ] as const)
    expect(await ask(path), path).toBe(status)
})
