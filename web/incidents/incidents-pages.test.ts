import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serve } from '../../src/testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../../src/testing/two-incidents.ts'

let base: string
beforeAll(async () => {
  const { url } = await serve(TWO_REPORTS, { incidents: TWO_INCIDENTS, pages: builtPages() })
  base = url
})

test('map, timeline and list narrow each other, and the address keeps it', async () => {
  const visitor = await visit(`${base}incidents`)
  const { page } = visitor
  const listed = () => page.locator('section[aria-label="The incidents"] li a').count()
  expect(await listed()).toBe(2)
  expect(await page.locator('path.area').count()).toBe(1)
  expect(await page.locator('circle.dot').count()).toBe(1)
  const time = await page.locator('svg[aria-label^="Timeline"]').boundingBox()
  if (!time) throw new Error('no timeline')
  await page.mouse.move(time.x + 2, time.y + 30)
  await page.mouse.down()
  await page.mouse.move(time.x + time.width - 2, time.y + 40, { steps: 4 })
  await page.mouse.up()
  expect(await listed()).toBe(1)
  expect(page.url()).toMatch(/from=2024-04-2\d&to=2024-/)
  expect(await page.locator('path.area').count()).toBe(0)
  await page.reload()
  await page.waitForSelector('h1')
  expect(await listed()).toBe(1)
  await page.getByRole('button', { name: 'All' }).click()
  const dot = await page.locator('circle.dot').boundingBox()
  if (!dot) throw new Error('no dot')
  await page.mouse.move(dot.x - 20, dot.y - 20)
  await page.mouse.down()
  await page.mouse.move(dot.x + 30, dot.y + 30, { steps: 4 })
  await page.mouse.up()
  expect(await listed()).toBe(1)
  expect(page.url()).toContain('box=')
  await page.getByRole('button', { name: 'All' }).click()
  await page.getByLabel('Disputed or not').selectOption('On one unnamed source')
  expect(await listed()).toBe(0)
  await page.getByLabel('Disputed or not').selectOption('Disputed or not')
  await page.getByLabel('Type').selectOption('Protest')
  expect(await listed()).toBe(1)
  await page.locator('section[aria-label="The incidents"] a').click()
  await page.waitForSelector('text=In their words')
  await quietClose(visitor)
})

test('a cell opens its words in its article', async () => {
  const visitor = await visit(`${base}incidents/i-1`)
  const { page } = visitor
  const row = page.locator('tr', { hasText: 'How many killed' })
  expect(await row.locator('td').allInnerTexts()).toEqual(['2', '4', '–'])
  expect(await row.innerText()).toContain('disputed')
  await row.getByRole('link', { name: '4' }).click()
  await page.waitForSelector('article .at')
  expect(await page.locator('article .at').allInnerTexts()).toEqual(['four people'])
  expect(await page.locator('aside').innerText()).toContain('Event')
  expect(await page.locator('h1').innerText()).toBe('Herat: four dead in depot fire')
  await page.goBack()
  await page.waitForSelector('text=In their words')
  await page.getByText('A source denied that there was a blast.').click()
  await page.waitForSelector('article')
  expect(await page.locator('aside').innerText()).toContain('said not to have happened')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'The denial rests on a source without a name.' }).click()
  expect(await page.locator('article .tinted').allInnerTexts()).toEqual(['A source'])
  await page.getByRole('button', { name: 'this statement' }).click()
  expect(await page.locator('aside').innerText()).toMatch(/^Statement/)
  await quietClose(visitor)
})

test('an incident prints: all of the table, none of the frame', async () => {
  const visitor = await visit(`${base}incidents/i-1`)
  const { page } = visitor
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header.bar').isVisible()).toBe(false)
  expect(await page.locator('table').isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000)
  await quietClose(visitor)
})

test('axe finds nothing, wide and narrow, light and dark', async () => {
  for (const [width, dark] of [
    [1280, false],
    [390, true],
  ] as const) {
    const visitor = await visit(`${base}incidents`, { width, dark })
    for (const path of ['incidents', 'incidents/i-1', '']) {
      await visitor.page.goto(`${base}${path}`)
      await visitor.page.waitForSelector('h1')
      expect(await axeViolations(visitor.page), `${path} ${width}`).toEqual([])
      expect(
        await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0)
    }
    await quietClose(visitor)
  }
})

test('an incident that is not there says so', async () => {
  const visitor = await visit(`${base}incidents/none`)
  expect(await visitor.page.locator('main').innerText()).toContain('there is no incident none in the record')
  visitor.complaints.length = 0
  await quietClose(visitor)
})
