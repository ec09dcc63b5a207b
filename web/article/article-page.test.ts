import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serveExamples } from '../../src/testing/example-server.ts'
import { makeReading } from '../../src/testing/made-reading.ts'
import { serve } from '../../src/testing/served.ts'

let base: string
let article: string
beforeAll(async () => {
  base = await serveExamples()
  const { articles } = JSON.parse(await (await fetch(`${base}api/articles?title=Pachelli`)).text())
  article = `${base}articles/${articles[0].sha256.slice(0, 12)}/1`
})

const lit = (page: Page) => page.locator('article .lit, article .tinted').allInnerTexts()
const marked = (page: Page) => new URL(page.url()).searchParams.get('mark')

test('pointing at words tells who says them; a click keeps it, in the address too', async () => {
  const visitor = await visit(article)
  const { page } = visitor
  const panel = page.getByRole('complementary')
  expect(await panel.innerText()).toContain('Who speaks here')
  await page.locator('article .content', { hasText: 'surveyors' }).first().hover()
  expect(await panel.innerText()).toMatch(/the army/)
  expect((await lit(page)).join('')).toContain('the army')
  await page.mouse.move(5, 400)
  expect(await panel.innerText()).toContain('Who speaks here')
  expect(await lit(page)).toEqual([])
  await page.locator('article .event', { hasText: 'kidnapped' }).first().click()
  expect(await panel.innerText()).toMatch(/^Event/)
  expect(marked(page)).toMatch(/\.v\d+$/)
  await page.reload()
  await page.waitForSelector('aside .card')
  expect(await panel.innerText()).toMatch(/^Event/)
  await panel.getByRole('button', { name: 'the army' }).click()
  expect(await panel.innerText()).toMatch(/^Statement/)
  await quietClose(visitor)
})

test('the keyboard steps through statements and events, and lets go', async () => {
  const visitor = await visit(article)
  const { page } = visitor
  await page.keyboard.press('j')
  const first = marked(page)
  await page.keyboard.press('j')
  const second = marked(page)
  expect([first, second, new Set([first, second, null]).size]).toEqual([first, second, 3])
  await page.keyboard.press('k')
  expect(marked(page)).toBe(first)
  for (let press = 0; press < 6; press++) await page.keyboard.press('j')
  expect(await page.locator('article .lit').first().isVisible()).toBe(true)
  const box = await page.locator('article .lit').first().boundingBox()
  expect(box && box.y > 0 && box.y < 800).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  expect(marked(page)).toMatch(/\.v\d+$/)
  await page.keyboard.press('Escape')
  expect(marked(page)).toBe(null)
  expect(await lit(page)).toEqual([])
  await quietClose(visitor)
})

test('layers can be put away, and what is left of the text is the text', async () => {
  const visitor = await visit(article)
  const { page } = visitor
  expect(await page.locator('article .furniture').first().isVisible()).toBe(true)
  await page.getByLabel('Captions, rest of the page').uncheck()
  expect(await page.locator('article .furniture').first().isVisible()).toBe(false)
  await page.getByRole('checkbox', { name: 'Statements' }).uncheck()
  await page.locator('article .content', { hasText: 'surveyors' }).first().hover()
  expect(await page.getByRole('complementary').innerText()).toContain('Who speaks here')
  await quietClose(visitor)
})

test('axe finds nothing, wide and narrow, light and dark, with a mark and without', async () => {
  for (const [width, dark, key] of [
    [1280, false, 'j'],
    [1280, true, 'j'],
    [390, false, 'j'],
    [390, true, 'n'],
  ] as const) {
    const visitor = await visit(article, { width, dark })
    expect(await axeViolations(visitor.page), `${width} ${dark}`).toEqual([])
    await visitor.page.keyboard.press(key)
    await visitor.page.waitForTimeout(300)
    expect(await axeViolations(visitor.page), `${width} ${dark} ${key}`).toEqual([])
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await quietClose(visitor)
  }
})

test('what a report holds is text, whatever it looks like', async () => {
  const says = '<img src=x onerror="alert(1)"> <a href="javascript:alert(2)">here</a>'
  const hostile = `<script>alert(0)</script> said ${says} \u202egnp.exe\u202c then\n${'w'.repeat(1_000_000)} said so`
  const made = makeReading(hostile, {
    origin: 'javascript:alert(3)',
    outlet: '"><svg onload=alert(4)>',
    said: [
      ['<script>alert(0)</script>', 'said', says],
      ['w'.repeat(1_000_000), 'said so', 'so'],
    ],
  })
  const [first] = made.reading.articles
  made.reading.articles[0] = { ...first, url: 'javascript:alert(5)', bylines: ['<b onclick=alert(6)>me</b>'] }
  const { url } = await serve([made], { pages: builtPages() })
  const visitor = await visit(`${url}articles/${made.reading.document.sha256}/1`)
  const { page } = visitor
  const text = await page.locator('article').innerText()
  expect(text).toContain('<script>alert(0)</script>')
  expect(text).toContain('<img src=x onerror="alert(1)">')
  expect(text).toContain('\ufffdgnp.exe\ufffd')
  expect(text).not.toMatch(/[\u202a-\u202e]/)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await page.locator('article script, article img, article svg, [onclick], [onerror], [onload]').count()).toBe(0)
  expect(await page.locator('a[href^="javascript" i]').count()).toBe(0)
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  await quietClose(visitor)
})

test('a speaker stands in the margin beside the words, also if the source is named in another paragraph', async () => {
  const made = makeReading('The council met.\nAda Quist leads the council.\nThe bridge is closed, she said.', {
    said: [['Ada Quist', 'said', 'The bridge is closed']],
  })
  const { url } = await serve([made], { pages: builtPages() })
  const visitor = await visit(`${url}articles/${made.reading.document.sha256}/1`)
  const rowOf = (words: string) => visitor.page.locator('article .row', { hasText: words }).locator('.margin')
  expect(await rowOf('she said').innerText()).toContain('Ada Quist')
  expect((await rowOf('leads the council').innerText()).trim()).toBe('')
  await quietClose(visitor)
})
