// The first minute: what somebody sees who has never seen any of it.

import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { quietClose, visit } from '../../src/testing/browser.ts'
import { serveExampleRecord } from '../../src/testing/example-server.ts'
import { runHearsay } from '../../src/testing/hearsay.ts'

let base: string
let record: string
beforeAll(async () => {
  const { url, path } = await serveExampleRecord()
  base = url
  record = path
})

test('three sentences, one button, and what to look at next; hidden once, they stay hidden', async () => {
  const visitor = await visit(base)
  const { page } = visitor
  const first = page.getByRole('region', { name: 'What this is' })
  const told = (await first.getByRole('paragraph').first().innerText()).trim()
  expect(told.match(/[^.]+\.(?:\s|$)/g)).toHaveLength(3)
  expect(await first.getByRole('link').count()).toBe(1)
  const next = page.getByRole('heading', { name: 'Look at next' }).locator('xpath=following-sibling::ol')
  const addresses = await next.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(2)
  expect(addresses[0], 'the most disputed first').toMatch(/^\/incidents\/i-/)
  for (const address of addresses) {
    await page.goto(new URL(address ?? '', base).href)
    await page.waitForSelector('main[aria-busy=false] h1')
    expect(await page.locator('h1').innerText(), address ?? '').not.toMatch(/not found|cannot be shown|^No |^0 /)
  }
  await page.goto(base)
  await first.getByRole('link', { name: 'Add your own reports' }).click()
  await page.getByRole('heading', { name: 'Add reports' }).waitFor()
  await page.goBack()
  await first.getByRole('button', { name: 'Hide this' }).click()
  await page.reload()
  await page.waitForSelector('text=Look at next')
  expect(await first.count()).toBe(0)
  await quietClose(visitor)
})

test('the Add page names what README says can be read', async () => {
  const visitor = await visit(`${base}add`)
  const told = (await visitor.page.locator('main').innerText()).toLowerCase()
  const names =
    'text, web pages, word, pdf, epub, subtitles, mail, outlook, feeds, news items, web archives, csv, xlsx, json, telegram, whatsapp, facebook, zip'
  for (const name of names.split(', ')) expect(told, name).toContain(name)
  await quietClose(visitor)
})

test('on a phone, with a collection to choose, no name breaks and nothing scrolls sideways', async () => {
  const { code } = await runHearsay(
    ['describe', ...(await idsIn(record)).slice(0, 2), '--collection', 'The bridge at Mitrovica', '--record', record],
    { cwd: '.' },
  )
  expect(code).toBe(0)
  for (const [width, dark] of [
    [360, false],
    [390, true],
    [1280, false],
  ] as const) {
    const visitor = await visit(base, { width, dark })
    const { page } = visitor
    await page.getByLabel('Collection').waitFor()
    const lines = await page.locator('.bar > .name').evaluate((name) => name.getClientRects().length)
    expect(lines, String(width)).toBe(1)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(await page.locator('header.bar').evaluate((bar) => bar.clientHeight)).toBeLessThan(width < 700 ? 135 : 70)
    expect(await axeViolations(page)).toEqual([])
    await quietClose(visitor)
  }
})

async function idsIn(path: string): Promise<string[]> {
  const { stdout } = await runHearsay(['documents', '--format', 'ndjson', '--record', path], { cwd: '.' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id.slice(0, 10))
}
