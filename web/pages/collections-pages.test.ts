import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { quietClose, visit } from '../../src/testing/browser.ts'
import { serveExamples } from '../../src/testing/example-server.ts'

let base: string
beforeAll(async () => {
  base = await serveExamples()
})

const file = async (part: string, collection: string) => {
  const { articles } = JSON.parse(await (await fetch(`${base}api/articles?title=${part}`)).text())
  for (const { sha256 } of articles) {
    const body = JSON.stringify({ collection })
    await fetch(`${base}api/facts/${sha256}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  }
  return articles.length
}

test('a collection is chosen once, stays in every address, and says what lies outside', {
  timeout: 120_000,
}, async () => {
  const visitor = await visit(base)
  const { page } = visitor
  const whole = Number.parseInt(await page.locator('h1').innerText(), 10)
  expect(await page.getByLabel('Collection').count()).toBe(0)
  expect(await file('leposavic-wire', 'Leposavić')).toBe(1)
  await page.reload()
  await page.getByLabel('Collection').selectOption('Leposavić')
  await page.waitForURL((url) => url.searchParams.get('collection') === 'Leposavić')
  await page.waitForSelector('h1:has-text("Leposavić:")')
  expect(Number.parseInt((await page.locator('h1').innerText()).replace(/^.*: /, ''), 10)).toBeLessThan(whole)
  expect(await page.title()).toBe('Leposavić · Hearsay')
  expect(await page.getByText(/of them in documents outside it/).count()).toBe(1)
  expect(await page.getByText('--what record --collection').innerText()).toContain("'Leposavić'")
  expect(await axeViolations(page)).toEqual([])
  for (const [way, heading] of [
    ['Articles', /^1 article$/],
    ['Statements', /./],
    ['Sources', /^\d+ sources?$/],
    ['Incidents', /^\d+ incidents?$/],
    ['Review', /^Review$/],
  ] as const) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: way }).click()
    await page.waitForURL((url) => url.pathname !== '/' && url.searchParams.get('collection') === 'Leposavić')
    await page.waitForSelector('main[aria-busy=false]')
    await expect.poll(() => page.locator('h1').textContent()).toMatch(heading)
    expect(await page.getByLabel('Collection').inputValue()).toBe('Leposavić')
  }
  await page.goto(`${base}incidents?collection=Leposavi%C4%87`)
  const row = page.locator('li', { hasText: 'outside this collection' }).first()
  const link = row.getByRole('link').first()
  await link.dispatchEvent('pointerdown')
  expect(await link.getAttribute('href')).toMatch(/^\/incidents\/.*\?collection=Leposavi%C4%87$/)
  await link.click()
  await page.waitForSelector('text=How many were killed or hurt?')
  expect(await page.locator('header p', { hasText: 'outside this collection' }).count()).toBe(1)
  await page.getByText('In their words').click()
  expect(await page.getByText('(outside this collection)').count()).toBeGreaterThan(0)
  // What is chosen on the way is chosen within it, and the whole record is one choice away.
  await page.goBack()
  await page.waitForSelector('h1:has-text("incident")')
  await page.getByLabel('Type').selectOption({ index: 1 })
  expect(page.url()).toContain('collection=')
  await page.getByLabel('Collection').selectOption('')
  await page.waitForURL(
    (url) => url.pathname === '/incidents' && !url.searchParams.has('collection') && url.searchParams.has('type'),
  )
  await quietClose(visitor)
})

test('collections are listed and renamed; a name that is taken, or gone, is said', { timeout: 120_000 }, async () => {
  await file('shirqat', 'Shirqat')
  const visitor = await visit(`${base}collections`)
  const { page } = visitor
  expect(await page.locator('tbody tr').count()).toBe(2)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Rename Shirqat' }).click()
  await page.getByLabel('New name of Shirqat').fill('Leposavić')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.waitForSelector('[role=alert]:has-text("there is a collection \\"Leposavić\\" already")')
  await page.getByLabel('New name of Shirqat').fill('Iraq, 2016')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByRole('link', { name: 'Iraq, 2016' }).click()
  await page.waitForSelector('h1:has-text("Iraq, 2016:")')
  expect(await page.getByLabel('Collection').inputValue()).toBe('Iraq, 2016')
  visitor.complaints.length = 0 // that the name was taken was answered with 409
  await page.context().close()
  const gone = await visit(`${base}?collection=Shirqat`)
  expect(await gone.page.locator('h1').innerText()).toBe('This page cannot be shown')
  expect(await gone.page.getByText('there is no collection "Shirqat"').count()).toBe(1)
  await gone.page.context().close()
})

test('on a phone the picker fits beside everything else', { timeout: 60_000 }, async () => {
  const visitor = await visit(`${base}?collection=Leposavi%C4%87`, { width: 390 })
  expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await axeViolations(visitor.page)).toEqual([])
  await quietClose(visitor)
})
