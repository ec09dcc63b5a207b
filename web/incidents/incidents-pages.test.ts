import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serve } from '../../src/testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../../src/testing/two-incidents.ts'

const killedSo = (count: number) => ({
  kind: 'number' as const,
  low: count,
  high: count,
  approximate: false,
  group: { of: 'people' },
})

let base: string
beforeAll(async () => {
  const { url } = await serve(TWO_REPORTS, { incidents: TWO_INCIDENTS, pages: builtPages() })
  base = url
})

test('map, timeline and list narrow each other, and the address keeps it', async () => {
  const visitor = await visit(`${base}incidents`)
  const { page } = visitor
  const listed = () => page.locator('section[aria-label="The incidents"] li a').count()
  // The strike has no day: it is one of those left out, a step away.
  expect(await listed()).toBe(1)
  await page.getByRole('link', { name: '1 more' }).click()
  await page.waitForSelector('text=Only violence, protest and disaster')
  expect(page.url()).toContain('all=yes')
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
  await page.getByRole('button', { name: 'Show all' }).click()
  const dot = await page.locator('circle.dot').boundingBox()
  if (!dot) throw new Error('no dot')
  await page.mouse.move(dot.x - 20, dot.y - 20)
  await page.mouse.down()
  await page.mouse.move(dot.x + 30, dot.y + 30, { steps: 4 })
  await page.mouse.up()
  expect(await listed()).toBe(1)
  expect(page.url()).toContain('box=')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByLabel('Disputed or not').selectOption('Rests on one unnamed source')
  expect(await listed()).toBe(0)
  await page.getByLabel('Disputed or not').selectOption('Disputed or not')
  await page.getByRole('searchbox', { name: 'Place' }).fill('heRA')
  await expect.poll(listed, { timeout: 10_000 }).toBe(1)
  expect(page.url()).toContain('place=heRA')
  await page.reload()
  await page.waitForSelector('h1')
  expect(await listed()).toBe(1)
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByLabel('Type').selectOption('Protest')
  expect(await listed()).toBe(1)
  await page.locator('section[aria-label="The incidents"] li a').click()
  await page.waitForSelector('text=In their words')
  await quietClose(visitor)
})

/** What stands under one of the three questions. */
const answerTo = (page: Page, question: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: question, exact: true }) })

test('three questions come first, each in one sentence; a dispute shows its two sides, who stands there, and the passages', async () => {
  const visitor = await visit(`${base}incidents/i-1`)
  const { page } = visitor
  const happened = answerTo(page, 'Did it happen?')
  expect(await happened.locator('p').first().innerText()).toBe(
    'disputed It happened, according to Mira Vostrik and Radio Meridian; it did not happen, according to A source.',
  )
  expect(await happened.locator('blockquote').allInnerTexts()).toEqual([
    'Mira Vostrik, a police spokeswoman, said the blast killed two people at the depot on Monday.',
    'A source denied that there was a blast.',
  ])
  expect(await happened.locator('.side').allInnerTexts()).toEqual([
    expect.stringMatching(
      /It happened\s+Mira Vostrik in Northern Wire, 30 Apr 2024 Correct this\s+answer, Northern Wire\s+Radio Meridian in its own words/i,
    ),
    expect.stringMatching(/It did not happen\s+A source in Radio Meridian, 1 May 2024/i),
  ])
  expect(await answerTo(page, 'Who did it?').innerText()).toContain('No account says clearly who did it.')
  const hurt = answerTo(page, 'How many were killed or hurt?')
  expect(await hurt.locator('mark').allInnerTexts()).toEqual(['two people', 'four people'])
  expect(await hurt.innerText()).toContain('“two people” and “four people” cannot both be right')
  const when = page.locator('details', { hasText: 'When?' }).first()
  expect(await when.locator('summary').first().innerText()).toContain(
    '29 Apr 2024, according to Mira Vostrik and Radio Meridian',
  )
  expect(await page.getByRole('list', { name: 'What the colours mean' }).innerText()).toContain(
    'independent sources cannot all be right',
  )
  await quietClose(visitor)
})

test('every passage and cell opens its words in the article', async () => {
  const visitor = await visit(`${base}incidents/i-1`)
  const { page } = visitor
  await answerTo(page, 'How many were killed or hurt?').locator('blockquote a').last().click()
  await page.waitForSelector('article .at')
  expect(await page.locator('article .at').allInnerTexts()).toEqual(['four people'])
  expect(await page.locator('aside').innerText()).toContain('Event')
  expect(await page.locator('h1').innerText()).toBe('Herat: four dead in depot fire')
  await page.goBack()
  await page.getByText('What each source says').click()
  const row = page.getByRole('row', { name: 'How many were killed?' })
  expect(await row.locator('td').allInnerTexts()).toEqual(['two people', 'four people', '–'])
  await row.getByRole('link', { name: 'two people' }).click()
  await page.waitForSelector('article .at')
  expect(await page.locator('article .at').allInnerTexts()).toEqual(['two people'])
  await page.goBack()
  await page.getByText('In their words').click()
  await page
    .getByRole('region', { name: 'In their words' })
    .getByText('A source denied that there was a blast.')
    .click()
  await page.waitForSelector('article')
  expect(await page.locator('aside').innerText()).toContain('said not to have happened')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'The denial rests on a source without a name.' }).click()
  expect(await page.locator('article .tinted').allInnerTexts()).toEqual(['A source'])
  await page.getByRole('button', { name: 'this statement' }).click()
  expect(await page.locator('aside').innerText()).toMatch(/^Statement/)
  await quietClose(visitor)
})

test('what is not surely of the event is folded under its question, with whose words, where, and why', async () => {
  const visitor = await visit(`${base}incidents/i-1`)
  const { page } = visitor
  const who = answerTo(page, 'Who did it?')
  expect(await who.innerText()).toMatch(
    /No account says clearly who did it\.\s+Also reported, not surely of this event: 1 answer$/,
  )
  await who.getByText('Also reported').click()
  expect(await who.innerText()).toMatch(
    /Further down in the report:\s+A source\s+A source in Radio Meridian, 1 May 2024/,
  )
  const hit = page.locator('details.other', { hasText: 'Who was hit?' })
  expect(await hit.locator('summary').first().innerText()).toMatch(/Who was hit\?\s+No account says clearly\./)
  await hit.locator('summary').first().click()
  await hit.getByRole('link', { name: 'Mira Vostrik' }).click()
  await page.waitForSelector('article .at')
  expect(await page.locator('article .at').allInnerTexts()).toEqual(['the depot'])
  await page.goBack()
  // It is in no title, line of tolls, comparison or print.
  await page.getByText('What each source says').click()
  expect(await page.getByRole('region', { name: 'What each source says' }).innerText()).not.toContain('the depot')
  expect(await page.locator('header').last().innerText()).not.toContain('depot')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Also reported').first().isVisible()).toBe(false)
  await quietClose(visitor)
})

test('forty sources: as many columns as fit, the others a step away, and nothing scrolls sideways', async () => {
  const [first] = TWO_INCIDENTS
  const sources = Array.from({ length: 40 }, (_, at) => at)
  const many = {
    ...first,
    origins: 40,
    accounts: sources.map((at) => ({ ...first.accounts[0], origin: `Witness ${at}`, originNumber: at })),
    aspects: first.aspects.map((aspect) => ({
      ...aspect,
      disputes: [],
      // Ten sources say the same of everything; thirty have a number of their own.
      claims: sources.map((account) => ({
        ...aspect.claims[0],
        account,
        ...(aspect.name === 'count:killed'
          ? { value: killedSo(account < 10 ? 2 : account), text: account < 10 ? '2' : `${account}` }
          : {}),
      })),
    })),
  }
  const { url } = await serve(TWO_REPORTS, { incidents: [many], pages: builtPages() })
  for (const [width, columns] of [
    [1280, 5],
    [390, 2],
  ] as const) {
    const visitor = await visit(`${url}incidents/i-1`, { width })
    const { page } = visitor
    const sideBySide = page.getByRole('region', { name: 'What each source says' })
    await sideBySide.getByText('What each source says').click()
    const heads = sideBySide.locator('th[scope=col]')
    await expect.poll(() => heads.count()).toBeGreaterThan(0)
    expect(await heads.count(), String(width)).toBeLessThanOrEqual(columns)
    expect(await heads.first().innerText()).toContain('9 more say the same')
    expect(await sideBySide.innerText()).toMatch(/Sources 1 to \d of 31/)
    await sideBySide.getByRole('button', { name: 'Next' }).click()
    expect(await heads.first().innerText()).toContain('Witness 1')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    const table = await sideBySide.locator('table').boundingBox()
    expect(table && table.x + table.width).toBeLessThanOrEqual(width)
    await quietClose(visitor)
  }
})

test('the toll over time: a line for each source, and the same as a table with links', async () => {
  const [first] = TWO_INCIDENTS
  const { url } = await serve(TWO_REPORTS, { incidents: [first], pages: builtPages() })
  const visitor = await visit(`${url}incidents/i-1`)
  const { page } = visitor
  const chart = page.getByRole('region', { name: 'How many were killed, over time' })
  expect(await chart.locator('path.dot title').allTextContents()).toEqual([
    'Mira Vostrik, 30 Apr 2024: two people',
    'Radio Meridian, 1 May 2024: four people',
  ])
  await chart.getByText('The same as a table').click()
  await chart.getByRole('link', { name: 'four people' }).click()
  await page.waitForSelector('article .at')
  await quietClose(visitor)
})

test('the map has names of places, from this machine’s gazetteer', async () => {
  const placesIn = () => [
    { name: 'Afghanistan', lat: 33.5, lon: 65.2, feature: 'PCLI' },
    { name: 'Qarn', lat: 35.4, lon: 62.9, feature: 'PPL' },
  ]
  const { url } = await serve(TWO_REPORTS, { incidents: TWO_INCIDENTS, pages: builtPages(), placesIn })
  const visitor = await visit(`${url}incidents/i-1`)
  await expect
    .poll(() => visitor.page.locator('.names text').allTextContents())
    .toEqual(expect.arrayContaining(['Herat', 'Qarn']))
  await quietClose(visitor)
})

test('an incident prints: what every account says, with numbers that lead to its words; none of the frame', async () => {
  const visitor = await visit(`${base}incidents/i-1`, { dark: true })
  const { page } = visitor
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header.bar').isVisible()).toBe(false)
  const table = page.getByRole('table', { name: /^What the accounts say/ })
  const killed = table.getByRole('row', { name: /^How many were killed/ })
  expect(await killed.locator('p').allInnerTexts()).toEqual(['two people 1', 'four people 3'])
  const words = page.getByRole('region', { name: 'In their words' }).locator('li')
  expect(await words.allInnerTexts()).toEqual([
    expect.stringMatching(/killed two people[\s\S]*^1/m),
    expect.stringMatching(/denied that there was a blast[\s\S]*^2/m),
    expect.stringMatching(/killed four people[\s\S]*^3/m),
  ])
  // Dark on the screen is still black on white on paper.
  expect(await page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')")).toMatch(/^#fff/)
  expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(31, 30, 27)')
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000)
  await quietClose(visitor)
})

test('a source: what became of what it said', async () => {
  const visitor = await visit(`${base}source?name=Mira+Vostrik`)
  const { page } = visitor
  expect(await page.locator('section[aria-label="What it said"]').innerText()).toMatch(
    /An account of Explosion in Herat, Afghanistan, 29 April 2024:\s+whether it happened, how many killed disputed/,
  )
  await page.getByRole('link', { name: 'Explosion in Herat, Afghanistan, 29 April 2024' }).first().click()
  await page.waitForSelector('text=In their words')
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
      for (const fold of await visitor.page.locator('main summary').all()) await fold.click()
      expect(await axeViolations(visitor.page), `${path} ${width}, unfolded`).toEqual([])
      expect(
        await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0)
    }
    await quietClose(visitor)
  }
})

test('what incidents hold is text, whatever it looks like, on the screen and on paper', async () => {
  const name = '<img src=x onerror=alert(1)>\u202egnp'
  const [first, second] = TWO_INCIDENTS
  const hostile = {
    ...first,
    mode: '<svg onload=alert(2)>',
    place: first.place && { ...first.place, name },
    accounts: first.accounts.map((account) => ({
      ...account,
      origin: name,
      outlet: 'javascript:alert(3)',
      sentence: `${name} ${'w'.repeat(1_000_000)}`,
    })),
    aspects: first.aspects.map((aspect) => ({
      ...aspect,
      why: name,
      values: aspect.values.map((value) => ({ ...value, value: name })),
      claims: aspect.claims.map((claim) => ({ ...claim, text: name })),
    })),
    unsure: first.unsure?.map((one) => ({ ...one, text: name, why: name })),
    credibility: { ...first.credibility, why: [name] },
  }
  const { url } = await serve(TWO_REPORTS, { incidents: [hostile, second], pages: builtPages() })
  const visitor = await visit(`${url}incidents/i-1`)
  const { page } = visitor
  for (const path of ['incidents/i-1', 'incidents', '']) {
    await page.goto(`${url}${path}`)
    await page.waitForSelector('h1')
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const text = await page.locator('main').innerText()
      expect(text, path).toContain('<img src=x onerror=alert(1)>')
      expect(text, path).not.toContain('\u202e')
      expect(await page.locator('main img, main script, [onerror], [onload], a[href^="javascript" i]').count()).toBe(0)
    }
    await page.emulateMedia({ media: 'screen' })
    // The page is laid out for the screen again a moment later. Its policy lets nothing be evaluated inside it, so we ask from outside.
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  }
  await quietClose(visitor)
})

test('an incident that is not there says so', async () => {
  const visitor = await visit(`${base}incidents/none`)
  expect(await visitor.page.locator('main').innerText()).toContain('The record has no incident none.')
  visitor.complaints.length = 0
  await quietClose(visitor)
})
