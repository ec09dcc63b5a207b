import type { Page } from 'playwright-core'
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
}, 240_000)

const get = async (path: string) => JSON.parse(await (await fetch(`${base}api/${path}`)).text())
const hearsay = async (...args: string[]) =>
  (await runHearsay([...args, '--record', record, '--format', 'ndjson'], { cwd: '.' })).stdout
const articleCalled = async (title: string) => {
  const { articles } = await get(`articles?title=${encodeURIComponent(title)}`)
  return `articles/${articles[0].sha256.slice(0, 12)}/${articles[0].article}`
}
const panel = (page: Page) => page.getByRole('complementary')
const formCalled = (page: Page, name: string) => page.getByRole('form', { name })
const save = async (page: Page, said: string) => {
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(`${said}:`).waitFor()
}
const undo = async (page: Page) => {
  await page.keyboard.press('u')
  await page.getByText('Undone:').waitFor()
}

async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('article') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('[data-from]')) continue // a name in the margin
      const at = node.textContent?.indexOf(words) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
      return
    }
    throw new Error(`no "${words}" in one piece`)
  }, words)
}

const killed = async (incident: string): Promise<string[]> => {
  const { questions } = await get(`incidents/${incident}`)
  const toll = questions.find(({ name }: { name: string }) => name === 'count:killed')
  return toll.stands.map(
    ({ bounds }: { bounds: { low: number; high: number | null } }) => `${bounds.low}-${bounds.high}`,
  )
}

test('a toll on the incident’s page leads to its number; what is corrected there is what incident and export say, until it is undone', async () => {
  const { incidents } = await get('incidents')
  const { id } = incidents.find(({ place }: { place: string | null }) => place === 'Datu Piang')
  const before = await killed(id)
  expect(before).toContain('3-3')
  const visitor = await visit(`${base}incidents/${id}`)
  const { page } = visitor
  const toll = page.locator('.question', { hasText: 'How many were killed or hurt?' })
  for (const closed of await toll.locator('details').all()) await closed.evaluate((one) => one.setAttribute('open', ''))
  await toll
    .getByRole('link', { name: /^Correct this (three people|3),/i })
    .first()
    .click()
  const form = formCalled(page, 'Correct this number')
  await form.waitFor()
  expect(await form.getByLabel('Words', { exact: true }).inputValue()).toMatch(/three people|3/i)
  expect(await form.getByLabel('At least').inputValue()).toBe('3')
  await form.getByLabel('At least').fill('half')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('in digits')
  await form.getByLabel('At least').fill('8')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('below the lowest')
  await form.getByLabel('At most').fill('')
  await form.getByLabel('only about so many').check()
  await save(page, 'Corrected')
  expect(await panel(page).innerText()).toMatch(/8 or more[\s\S]*Corrected/)
  expect(page.url()).not.toContain('correct=')
  const after = await killed(
    (await get('incidents')).incidents.find(({ place }: { place: string }) => place === 'Datu Piang').id,
  )
  expect(after).toContain('8-null')
  expect(await hearsay('incidents')).toMatch(/"low":8,"high":null/)
  const [decision] = (await get('review')).decisions
  expect(decision).toMatchObject({ who: 'reviewer', verdict: 'correct', on: 'count' })
  expect(decision.changes).toContainEqual({ name: 'How many', before: '3', after: 'about 8 or more' })
  await undo(page)
  await get('incidents')
  expect(await killed(id)).toEqual(before)
  await quietClose(visitor)
})

test('by keys alone a number is found, confirmed, and taken away', async () => {
  const visitor = await visit(base + (await articleCalled('Pachelli')))
  const { page } = visitor
  const { keyboard } = page
  const isNumber = async () => /^Count/.test(await panel(page).innerText())
  for (let press = 0; press < 40 && !(await isNumber()); press++) await keyboard.press('.')
  expect(await isNumber()).toBe(true)
  const mark = new URL(page.url()).searchParams.get('mark')
  await keyboard.press('c')
  await page.getByText('Confirmed:').waitFor()
  await keyboard.press('e')
  await formCalled(page, 'Correct this number').waitFor()
  expect(await page.evaluate('document.activeElement.closest("form")?.getAttribute("aria-label")')).toBe(
    'Correct this number',
  )
  await keyboard.press('Escape')
  await keyboard.press('x')
  await page.getByText('Rejected:').waitFor()
  const numbers = async () =>
    (await get(await articleCalled('Pachelli'))).article.counts.map(({ id }: { id: string }) => id)
  expect(await numbers()).not.toContain(mark)
  await keyboard.press('u')
  await page.getByText('Undone:').waitFor()
  expect(await numbers()).toContain(mark)
  await quietClose(visitor)
})

test('a number that was missed is added by selecting it, as the toll of an event', async () => {
  const address = base + (await articleCalled('grenade'))
  const visitor = await visit(address)
  const { page } = visitor
  const words = await page.locator('article [data-from]').last().innerText()
  const [missed] = /\b[A-Za-z]{4,} [A-Za-z]{4,}\b/.exec(words) ?? []
  await select(page, missed as string)
  await page.getByRole('button', { name: 'Add a number' }).click()
  const form = formCalled(page, 'Add a number')
  expect(await form.getByLabel('Words', { exact: true }).inputValue()).toBe(missed)
  await form.getByLabel('At least').fill('1,200')
  await form.getByLabel('Of whom or what').fill('traders')
  await form.getByLabel('They are').selectOption('civilians')
  await form.getByLabel('What became of them').selectOption('displaced')
  await form.getByRole('group', { name: 'Toll of' }).getByRole('checkbox').first().check()
  await save(page, 'Added')
  const { article } = await get(await articleCalled('grenade'))
  const added = article.counts.find(({ decided }: { decided?: string }) => decided === 'added')
  expect(added).toMatchObject({ low: 1200, high: null, of: 'traders', side: 'civilians', fate: 'displaced' })
  expect(article.events.some(({ counts }: { counts: string[] }) => counts.includes(added.id))).toBe(true)
  await undo(page)
  await quietClose(visitor)
})

test('who took part in an event, as what and in which words, is added, changed and taken away; the incident asks who did it anew', async () => {
  const { incidents } = await get('incidents')
  const { id } = incidents.find(
    ({ type, accounts }: { type: string; accounts: number }) => type === 'ASSAULT' && accounts > 3,
  )
  const { accountList } = await get(`incidents/${id}`)
  const { sha256, article: number, event } = accountList[0]
  const visitor = await visit(`${base}articles/${sha256}/${number}?mark=${event}&correct=event`)
  const { page } = visitor
  const form = formCalled(page, 'Correct this event')
  const parties = form.getByRole('group', { name: /^Party / })
  const had = await parties.count()
  await form.getByRole('button', { name: 'Add a party' }).click()
  expect(await parties.count()).toBe(had + 1)
  const row = parties.last()
  expect(await row.getByLabel('Role').evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Choose the words for each party')
  const text = await page.locator('article [data-from]').first().innerText()
  const [words] = /\b[A-Za-z]{4,}\b/.exec(text) ?? []
  await row.getByLabel(/^Words of party/).fill('words that nobody wrote')
  expect(await form.innerText()).toContain('does not contain exactly these words')
  await row.getByLabel(/^Words of party/).fill(words as string)
  await row.getByLabel('Role').selectOption('actor')
  await row.getByLabel('Is a').selectOption('organisation')
  await row.getByLabel('is named').check()
  await save(page, 'Corrected')
  const seen = async () =>
    (await get(`articles/${sha256}/${number}`)).article.events.find((one: { id: string }) => one.id === event)
      .participants
  expect(await seen()).toHaveLength(had + 1)
  expect((await seen()).at(-1)).toMatchObject({ role: 'actor', kind: 'organisation', named: true })
  const list = await get('incidents')
  const all = await Promise.all(list.incidents.map(({ id }: { id: string }) => get(`incidents/${id}`)))
  const actors = all.flatMap(({ questions }) => questions.filter(({ name }: { name: string }) => name === 'actor'))
  expect(JSON.stringify(actors).toLowerCase()).toContain(`"words":"${words?.toLowerCase()}"`)
  await page.keyboard.press('e')
  await parties
    .last()
    .getByRole('button', { name: /^Remove/ })
    .click()
  expect(await parties.count()).toBe(had)
  expect(
    await form.getByRole('button', { name: 'Add a party' }).evaluate((one) => one === document.activeElement),
  ).toBe(true)
  await save(page, 'Corrected')
  expect(await seen()).toHaveLength(had)
  await quietClose(visitor)
})

test('whom a statement came through, in which order, and to whom it was said; search, export and the chain of word have it', async () => {
  const address = base + (await articleCalled('surveyors kidnapped'))
  const visitor = await visit(address)
  const { page } = visitor
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const form = formCalled(page, 'Correct this statement')
  const text = await page.locator('article [data-from]').first().innerText()
  const [first, second, told] = [...text.matchAll(/\b[A-Za-z]{5,}\b/g)].map(([word]) => word)
  await form.getByRole('button', { name: 'Add whoever passed it on' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('remove the empty link')
  await form.getByLabel('Told first (1)').fill(first)
  await form.getByRole('button', { name: 'Add whoever passed it on' }).click()
  await form.getByLabel('Then told (2)').fill(second)
  await form.getByRole('button', { name: 'Earlier link 2' }).click()
  expect(await form.getByLabel('Told first (1)').inputValue()).toBe(second)
  await form.getByLabel('Said to').fill(told)
  await save(page, 'Corrected')
  expect(await panel(page).innerText()).toMatch(new RegExp(`Said to\\s+${told}[\\s\\S]*Relayed by`))
  const names = async () =>
    (await hearsay('statements'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).relay)
  const relayed = (await names()).find((relay) => relay?.includes('; '))
  expect(relayed).toBeDefined()
  const chains = JSON.stringify(
    await Promise.all((await get('incidents')).incidents.map(({ id }: { id: string }) => get(`incidents/${id}`))),
  )
  for (const name of (relayed as string).split('; ')) expect(chains).toContain(`{"name":"${name}","role":"relay"}`)
  await page.keyboard.press('e')
  await form.getByRole('button', { name: 'Remove link 1' }).click()
  await form.getByRole('button', { name: 'Remove link 1' }).click()
  await form.getByLabel('Said to').fill('')
  await save(page, 'Corrected')
  expect((await names()).find((relay) => relay?.includes('; '))).toBeUndefined()
  const { statements } = (await get(await articleCalled('surveyors kidnapped'))).article
  expect(statements.some((one: object) => 'addressee' in one)).toBe(false)
  await quietClose(visitor)
})

test('a chain of word on the incident’s page leads to its statement', async () => {
  const { incidents } = await get('incidents')
  const [{ id }] = [...incidents].sort((a, b) => b.accounts - a.accounts)
  const visitor = await visit(`${base}incidents/${id}`)
  const { page } = visitor
  await page.getByText('Whose word it is').click()
  await page
    .getByRole('link', { name: /^Correct this chain from/ })
    .first()
    .click()
  await formCalled(page, 'Correct this statement').waitFor()
  await quietClose(visitor)
})

test('reading again keeps what was said of numbers, parties and chains', async () => {
  const standing = async () =>
    (await get('review')).decisions.filter(({ withdrawn }: { withdrawn: unknown }) => withdrawn === null)
  const before = await standing()
  expect(new Set(before.map(({ on }: { on: string }) => on))).toEqual(new Set(['count', 'event', 'statement']))
  const { code } = await runHearsay(['reread', '--all', '--record', record], { cwd: '.' })
  expect(code).toBe(0)
  expect(await standing()).toEqual(before)
  expect(before.every(({ found }: { found: boolean }) => found)).toBe(true)
}, 240_000)

test('axe finds nothing in the forms, wide and narrow, light and dark, and nothing stands out of the page', async () => {
  const address = base + (await articleCalled('Pachelli'))
  for (const [width, dark] of [
    [1280, false],
    [390, true],
  ] as const) {
    const visitor = await visit(address, { width, dark })
    const { page } = visitor
    const check = async (what: string) => {
      await page.waitForTimeout(300)
      expect(await axeViolations(page), `${what} ${width}`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), what).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: 'Add a number' }).click()
    await check('number')
    for (const [key, add, what] of [
      ['n', 'Add a party', 'event'],
      ['j', 'Add whoever passed it on', 'statement'],
    ]) {
      await page.goto(address)
      await page.waitForSelector('aside')
      await page.keyboard.press(key)
      await page.keyboard.press('e')
      await page.getByRole('button', { name: add }).click()
      await page.getByRole('button', { name: add }).click()
      await check(what)
    }
    await quietClose(visitor)
  }
}, 240_000)
