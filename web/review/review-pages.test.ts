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
const exported = async () =>
  (await runHearsay(['export', '--record', record, '--format', 'ndjson'], { cwd: '.' })).stdout
const articleOf = async (title: string) => {
  const { articles } = await get(`articles?title=${encodeURIComponent(title)}`)
  return `articles/${articles[0].sha256.slice(0, 12)}/${articles[0].article}`
}
const panel = (page: Page) => page.getByRole('complementary')
const bar = (page: Page) => page.getByRole('status').filter({ has: page.getByRole('button') })
const markOf = (page: Page) => new URL(page.url()).searchParams.get('mark')

/** As a person does with the mouse: from the first of the words to the last. */
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

test('a statement is corrected by selecting words; search and export have it; an undo brings back what was', async () => {
  const visitor = await visit(base + (await articleOf('Pachelli')))
  const { page } = visitor
  await page.locator('article .content', { hasText: 'measuring land' }).first().click()
  await page.getByRole('button', { name: 'Correct' }).click()
  const form = page.getByRole('form', { name: 'Correct this statement' })
  await select(page, 'Radio Frontera')
  await form.getByRole('button', { name: 'Use the selected words as source' }).click()
  expect(await form.getByLabel('Source', { exact: true }).inputValue()).toBe('Radio Frontera')
  await form.getByLabel('Source is a').selectOption('outlet')
  await form.getByLabel('is named').check()
  await form.getByLabel('Words of saying').fill('says')
  await form.getByLabel('What is said').fill('words that nobody wrote')
  expect(await form.innerText()).toContain('does not contain exactly these words')
  await form.getByLabel('What is said').fill('that guerrillas arrived only later')
  await form.getByLabel('What the source does').selectOption('doubts')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Corrected:').waitFor()
  expect(await panel(page).innerText()).toMatch(/Radio Frontera[\s\S]*doubts it[\s\S]*Corrected/)
  expect(await page.locator('article .settled').count()).toBeGreaterThan(0)
  const found = async () =>
    (await get('search?source=Radio+Frontera&stance=doubts')).statements.map(
      ({ content }: { content: string }) => content,
    )
  expect(await found()).toEqual(['that guerrillas arrived only later'])
  expect(await exported()).toContain('"content":"that guerrillas arrived only later"')
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone:').waitFor()
  expect(await found()).toEqual([])
  expect(await exported()).not.toContain('"content":"that guerrillas arrived only later"')
  await bar(page).getByRole('button', { name: 'Redo' }).click()
  await page.getByText('Corrected:').waitFor()
  expect(await found()).toEqual(['that guerrillas arrived only later'])
  await quietClose(visitor)
})

test('by keys alone: confirm, reject and go on to the next, undo, add', async () => {
  const visitor = await visit(base + (await articleOf('Leposaviq bomb')))
  const { page } = visitor
  const { keyboard } = page
  await keyboard.press('j')
  await keyboard.press('c')
  await page.getByText('Confirmed:').waitFor()
  const first = markOf(page)
  expect(await panel(page).innerText()).toContain('Confirmed')
  await keyboard.press('j')
  const second = markOf(page)
  await keyboard.press('x')
  await page.getByText('Rejected:').waitFor()
  expect([first, second]).not.toContain(markOf(page))
  expect(markOf(page)).not.toBe(null)
  const has = async () =>
    (await get(await articleOf('Leposaviq bomb'))).article.statements.some(({ id }: { id: string }) => id === second)
  expect(await has()).toBe(false)
  await keyboard.press('u')
  await page.getByText('Undone:').waitFor()
  expect(await has()).toBe(true)
  await keyboard.press('Escape')
  await keyboard.press('a')
  await page.getByRole('form', { name: 'Add a statement' }).waitFor()
  await page.getByLabel('What is said').fill('that five had been wounded')
  await page.getByLabel('Source', { exact: true }).fill('Serbian tabloids')
  await page.getByRole('button', { name: 'Save' }).focus()
  await keyboard.press('Enter')
  await page.getByText('Added:').waitFor()
  expect(await panel(page).innerText()).toContain('Decisions on this article')
  await keyboard.press('u')
  await page.getByText('Undone:').waitFor()
  await keyboard.press('?')
  expect(await page.getByRole('dialog').innerText()).toContain('confirm, correct, reject')
  await quietClose(visitor)
})

test('an event that is rejected is gone from its incident, and back with an undo', async () => {
  const { incidents } = await get('incidents')
  const [{ id }] = [...incidents].sort((a, b) => b.accounts - a.accounts)
  const before = await get(`incidents/${id}`)
  const account = before.accountList.at(-1)
  const visitor = await visit(`${base}articles/${account.sha256}/${account.article}?mark=${account.event}`)
  const { page } = visitor
  await panel(page).getByRole('button', { name: 'Reject' }).click()
  await page.getByText('Rejected:').waitFor()
  const told = async () => {
    const { incidents } = await get('incidents')
    const all = await Promise.all(incidents.map(({ id }: { id: string }) => get(`incidents/${id}`)))
    return all.some(({ accountList }) =>
      accountList.some(({ sha256, event }: typeof account) => sha256 === account.sha256 && event === account.event),
    )
  }
  expect(await told()).toBe(false)
  await page.keyboard.press('u')
  await page.getByText('Undone:').waitFor()
  expect(await told()).toBe(true)
  expect((await get(`incidents/${id}`)).accounts).toBe(before.accounts)
  await quietClose(visitor)
})

test('a place is set to another one of that name, and a date to another day', async () => {
  const visitor = await visit(base + (await articleOf('Pachelli')))
  const { page } = visitor
  await page.locator('article .place', { hasText: 'Tibú' }).first().click()
  await panel(page).getByRole('button', { name: 'Correct' }).click()
  const form = page.getByRole('form', { name: 'Correct this place' })
  await form.getByLabel('Search for a place').fill('Cúcuta')
  await page.keyboard.press('Enter')
  await form.getByRole('radio').first().check()
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Corrected:').waitFor()
  expect(await panel(page).innerText()).toMatch(/Point\s+7\.8\d+, -72\.5/)
  await page.keyboard.press('Escape')
  await page.getByLabel('Times, counts').check()
  await page.locator('article .time').first().click()
  await page.keyboard.press('e')
  await page.getByLabel('The day, month or year').fill('the other day')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('"the other day" is not a date')
  await page.getByLabel('The day, month or year').fill('2018-11-12')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Corrected:').waitFor()
  expect(await panel(page).innerText()).toContain('12 Nov 2018')
  visitor.complaints.length = 0 // the browser tells of the refusal
  await quietClose(visitor)
})

test('an incident is split, merged with another, confirmed, and all of it undone', async () => {
  const { incidents } = await get('incidents')
  const [{ id, accounts }] = [...incidents].sort(
    (a, b) => b.disputed.length - a.disputed.length || b.accounts - a.accounts,
  )
  const visitor = await visit(`${base}incidents/${id}`)
  const { page } = visitor
  const own = (await get(`incidents/${id}`)).accountList
  const counted = async () => Number(/(\d+) accounts?/.exec(await page.locator('header').last().innerText())?.[1])
  /** Whether the incident on the page tells of it. */
  const tells = async ({ sha256, event }: (typeof own)[number]) => {
    const { accountList } = await get(`incidents/${new URL(page.url()).pathname.split('/').at(-1)}`)
    return accountList.some((one: typeof own) => one.sha256 === sha256 && one.event === event)
  }
  const review = page.getByRole('region', { name: 'Review' })
  await review.getByRole('button', { name: 'Split', exact: true }).click()
  await review.getByRole('checkbox').last().check()
  await review.getByRole('button', { name: 'Split it off' }).click()
  await page.getByText('Split:').waitFor()
  expect([await tells(own.at(-1)), await tells(own[0])]).toEqual([false, true])
  expect(await review.innerText()).toContain('Split')
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone:').waitFor()
  expect([await tells(own.at(-1)), await counted()]).toEqual([true, accounts])

  await review.getByRole('button', { name: 'Merge with another' }).click()
  const other = incidents.find((one: { id: string }) => one.id !== id)
  await review.getByRole('searchbox').fill(other.id)
  await page.keyboard.press('Enter')
  await review
    .getByRole('button', { name: /^Merge with/ })
    .first()
    .click()
  await page.getByText('Merged:').waitFor()
  expect(await counted()).toBeGreaterThan(accounts)
  expect(await page.locator('header').last().innerText()).toContain('reviewed by people')
  await review.getByRole('button', { name: /^Undo: Merged/ }).click()
  await page.getByText('Undone:').waitFor()

  await page.goto(`${base}incidents/${id}`)
  const counts = async () =>
    (await get('incidents')).incidents.map(({ id, accounts }: { id: string; accounts: number }) => [id, accounts])
  const before = await counts()
  await review.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Confirmed:').waitFor()
  expect(await counted()).toBe(accounts)
  expect(await counts()).toEqual(before)
  await page.keyboard.press('u')
  await page.getByText('Undone:').waitFor()
  await quietClose(visitor)
})

test('two tabs do not lose each other’s decisions: the later one is told, and decides on what is there', async () => {
  const address = base + (await articleOf('surveyors kidnapped'))
  const [one, other] = [await visit(address), await visit(address)]
  for (const { page } of [one, other]) await page.keyboard.press('j')
  await one.page.keyboard.press('c')
  await one.page.getByText('Confirmed:').waitFor()
  await other.page.keyboard.press('x')
  await other.page.getByRole('alert').waitFor()
  expect(await other.page.getByRole('alert').innerText()).toContain('was changed since the page was opened')
  other.complaints.length = 0 // the browser tells of the refusal
  await other.page.reload()
  await other.page.waitForSelector('aside')
  const before = (await get('review')).total
  await other.page.keyboard.press('k')
  await other.page.keyboard.press('c')
  await other.page.getByText('Confirmed:').waitFor()
  expect((await get('review')).total).toBe(before + 1)
  await quietClose(one)
  await quietClose(other)
})

test('a note is text, whatever it looks like; the name that was typed is remembered', async () => {
  const visitor = await visit(base + (await articleOf('grenade')))
  const { page } = visitor
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> javascript:alert(3) \u202egnp.exe'
  await page.getByRole('button', { name: 'Note on the article' }).click()
  await page.getByLabel('Your name, for the log').fill('<b onclick=alert(4)>Ada</b>')
  await page.getByLabel('Note', { exact: true }).fill(hostile)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Noted:').waitFor()
  await page.goto(`${base}review`)
  const text = await page.locator('main').innerText()
  expect(text).toContain('<img src=x onerror="alert(1)"><script>alert(2)</script>')
  expect(text).toContain('<b onclick=alert(4)>Ada</b>')
  expect(text).not.toContain('\u202e')
  expect(await page.locator('main img, main script, [onclick], [onerror]').count()).toBe(0)
  expect(await page.locator('a[href^="javascript" i]').count()).toBe(0)
  expect(await page.getByLabel('Your name, for the log').inputValue()).toBe('<b onclick=alert(4)>Ada</b>')
  await page.getByRole('button', { name: /^Undo: Noted/ }).click()
  await page
    .getByText(/Undone by/)
    .first()
    .waitFor()
  await quietClose(visitor)
})

test('the review page leads to what waits', async () => {
  const visitor = await visit(base)
  const { page } = visitor
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('heading', { name: 'Review', exact: true }).waitFor()
  await page.locator('.thing a').first().click()
  await page.waitForSelector('aside .card')
  expect(await panel(page).innerText()).toMatch(/^(Event|Place)[\s\S]*Confirm/)
  await quietClose(visitor)
})

test('reading again keeps all that was decided', async () => {
  const before = (await get('review')).decisions.filter(({ withdrawn }: { withdrawn: unknown }) => withdrawn === null)
  expect(before.length).toBeGreaterThan(3)
  const { code, stderr } = await runHearsay(['reread', '--all', '--record', record], { cwd: '.' })
  expect([code, stderr]).toEqual([0, expect.stringContaining('read again')])
  const after = (await get('review')).decisions.filter(({ withdrawn }: { withdrawn: unknown }) => withdrawn === null)
  expect(after).toEqual(before)
  expect((await get('search?source=Radio+Frontera&stance=doubts')).total).toBe(1)
  expect(JSON.stringify(await get(await articleOf('Pachelli')))).toContain('"decided":"corrected"')
}, 240_000)

test('axe finds nothing, wide and narrow, light and dark; nothing stands out of the page; print is as it was', async () => {
  const article = await articleOf('Pachelli')
  const { incidents } = await get('incidents')
  const [{ id }] = [...incidents].sort((a, b) => b.accounts - a.accounts)
  for (const [width, dark] of [
    [1280, false],
    [390, true],
  ] as const) {
    const visitor = await visit(`${base}review`, { width, dark })
    const { page } = visitor
    const check = async (what: string) => {
      await page.waitForTimeout(300)
      expect(await axeViolations(page), `${what} ${width}`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), what).toBeLessThanOrEqual(0)
    }
    await check('review')
    for (const [keys, what] of [
      ['je', 'statement'],
      ['ne', 'event'],
      ['.e', 'place or time'],
      ['jm', 'note'],
      ['a', 'addition'],
      ['jc', 'undo'],
    ]) {
      await page.goto(base + article)
      await page.waitForSelector('aside')
      for (const key of keys) await page.keyboard.press(key)
      await check(what)
    }
    await page.keyboard.press('u')
    await page.getByText('Undone:').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Undone:').isVisible()).toBe(false)
    expect(await panel(page).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    for (const way of ['Split', 'Merge with another', 'Note', 'Title and tags', 'Add an account']) {
      await page.goto(`${base}incidents/${id}`)
      await page.getByRole('region', { name: 'Review' }).getByRole('button', { name: way, exact: true }).click()
      await check(way)
    }
    await quietClose(visitor)
  }
}, 240_000)

test('a place that no gazetteer has is put on the map, kept, and offered the next time', async () => {
  const visitor = await visit(base + (await articleOf('Pachelli')))
  const { page } = visitor
  const form = page.getByRole('form', { name: 'Correct this place' })
  const open = async () => {
    await page.locator('article .place', { hasText: 'Tibú' }).first().click()
    await panel(page).getByRole('button', { name: 'Correct', exact: true }).click()
    await form.getByText(/Which place is meant|The gazetteer has no place/).waitFor()
  }
  await open()
  await form.getByRole('radio', { name: 'on the map, or by coordinates' }).check()
  await form.getByRole('textbox', { name: 'Coordinates' }).fill('somewhere')
  await form.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('type coordinates: 42.97, 20.78')
  await form.getByRole('img', { name: /^Map/ }).click({ position: { x: 100, y: 100 } })
  expect(await form.getByRole('textbox', { name: 'Coordinates' }).inputValue()).toMatch(/^-?\d+\.\d+, -?\d+\.\d+$/)
  await form.getByRole('textbox', { name: 'Coordinates' }).fill(`8°45'00"N 72°57'00"W`)
  await form.getByLabel('Country').fill('co')
  expect(await axeViolations(page)).toEqual([])
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Corrected:').waitFor()
  expect(await panel(page).innerText()).toMatch(/8\.750, -72\.950/)
  await page.keyboard.press('Escape')
  await page.reload()
  await page.waitForSelector('article')
  await open()
  expect(await form.getByRole('radio').first().locator('xpath=..').innerText()).toContain('CO, put on the map by')
  await quietClose(visitor)
})
