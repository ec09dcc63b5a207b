import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../src/testing/axe.ts'
import { builtPages, quietClose, visit } from '../../src/testing/browser.ts'
import { serveExamples } from '../../src/testing/example-server.ts'
import { makeReading } from '../../src/testing/made-reading.ts'
import { serve } from '../../src/testing/served.ts'

let base: string
beforeAll(async () => {
  base = await serveExamples()
})

const heading = (page: Page) => page.locator('h1').innerText()

/** The address is new before the page is. */
async function waitForAddress(page: Page, fits: (address: string) => boolean): Promise<void> {
  await page.waitForURL((url) => fits(url.href))
  await page.waitForSelector('main[aria-busy=false]')
}

test('the overview leads to articles, sources and statements, and back to where one was', async () => {
  const visitor = await visit(base)
  const { page } = visitor
  expect(await heading(page)).toMatch(/^\d+ statements in 20 articles$/)
  await page.getByRole('link', { name: /by an unnamed source/ }).click()
  await waitForAddress(page, (address) => address.includes('/search?signal=unnamed+source'))
  await page.waitForSelector('text=/^\\d+ statements/')
  await page.goBack()
  await page.waitForSelector('text=Most cited')
  await page.getByRole('link', { name: 'All articles' }).scrollIntoViewIfNeeded()
  const before = await page.evaluate('scrollY')
  expect(before).toBeGreaterThan(100)
  await page.getByRole('link', { name: 'All articles' }).click()
  await page.waitForSelector('text=20 articles')
  expect(await page.evaluate('scrollY')).toBe(0)
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
  await page.goBack()
  await page.waitForSelector('text=Most cited')
  await expect.poll(() => page.evaluate('scrollY')).toBe(before)
  await quietClose(visitor)
})

test('keys go from page to page', async () => {
  const visitor = await visit(base)
  const { page } = visitor
  for (const [key, part] of [
    ['a', '/articles'],
    ['s', '/search'],
    ['w', '/sources'],
    ['i', '/incidents'],
    ['d', '/add'],
  ]) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await waitForAddress(page, (address) => address.includes(part))
  }
  for (const path of ['', 'articles', 'search', 'sources', 'incidents']) {
    await page.goto(`${base}${path}`)
    await page.waitForSelector('[data-step]')
    const focused = () => page.evaluate<string>('document.activeElement.textContent')
    const links = await page.locator('[data-step]').allTextContents()
    for (const key of 'jjk') await page.keyboard.press(key)
    expect(await focused(), path).toBe(links[0])
    await page.keyboard.press('j')
    expect(await focused(), path).toBe(links[1])
  }
  await page.keyboard.press('Enter')
  await waitForAddress(page, (address) => address.includes('/incidents/'))
  await page.keyboard.press('/')
  await page.keyboard.type('explosion')
  await page.keyboard.press('Enter')
  await waitForAddress(page, (address) => address.includes('/search?q=explosion'))
  await page.locator('h1').waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await page.locator('h1').focus()
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await quietClose(visitor)
})

test('search: by type, place and time; a choice takes part in the address', async () => {
  const visitor = await visit(`${base}search`)
  const { page } = visitor
  const total = async () => Number.parseInt((await page.locator('.found').innerText()).replaceAll(',', ''), 10)
  const all = await total()
  for (const title of [
    'Worth noticing',
    'Kind of event',
    'Source',
    'Outlet',
    'Place mentioned in the article',
    'Published',
  ]) {
    const box = page.getByRole('group', { name: title, exact: true }).getByRole('checkbox').first()
    const told = (await box.locator('xpath=..').innerText()).match(/\d+$/)?.[0]
    await box.check()
    await page.waitForSelector('main[aria-busy=false] .chip')
    expect(await total(), title).toBe(Number(told))
    expect(await total(), title).toBeLessThan(all)
    await page.locator('.chip').click()
    await page.waitForSelector('.chip', { state: 'detached' })
  }
  // Both are filled in before the first answer is there.
  await page.route('**/api/search?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.getByLabel('From', { exact: true }).fill('2021-01-01')
  await page.getByLabel('To', { exact: true }).fill('2022-12-31')
  await waitForAddress(page, (address) => address.includes('from=2021-01-01&to=2022-12-31'))
  expect(await total()).toBeLessThan(all)
  expect(await total()).toBeGreaterThan(0)
  await page.reload()
  await page.waitForSelector('.chip')
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2021-01-01')
  await quietClose(visitor)
})

test('the overview: incidents of each type by their time, what rests on one unnamed source', async () => {
  const visitor = await visit(base)
  const { page } = visitor
  await page.getByRole('link', { name: /^Violence \d+$/ }).click()
  await waitForAddress(page, (address) => address.endsWith('/incidents?type=ASSAULT'))
  const all = Number.parseInt(await heading(page), 10)
  await page.goBack()
  const bars = page.getByRole('group', { name: /^Violence by/ }).getByRole('link')
  const name = (await bars.first().getAttribute('aria-label')) ?? ''
  await bars.first().focus()
  await page.keyboard.press('Enter')
  await waitForAddress(page, (address) => /type=ASSAULT&from=20\d\d-\d\d-\d\d&to=/.test(address))
  expect(name).toContain(
    await page
      .locator('section[aria-label="The incidents"] li')
      .count()
      .then((n) => `${n} incident`),
  )
  expect(Number.parseInt(await heading(page), 10)).toBeLessThan(all)
  await page.goBack()
  await page.getByRole('link', { name: /of \d+ incidents/ }).click()
  await waitForAddress(page, (address) => address.endsWith('/incidents?state=unnamed'))
  await quietClose(visitor)
})

test('search: words, a facet, a statement, its sentence in the article', async () => {
  const visitor = await visit(`${base}search`)
  const { page } = visitor
  const total = async () => Number.parseInt(await page.locator('.found').innerText(), 10)
  const all = await total()
  await page.getByLabel('Words in the statement').fill('depot')
  await waitForAddress(page, (address) => address.includes('q=depot'))
  const some = await total()
  expect(some).toBeGreaterThan(1)
  expect(some).toBeLessThan(all)
  await page.getByRole('checkbox', { name: /Unnamed source/ }).check()
  await waitForAddress(page, (address) => address.includes('signal=unnamed'))
  const few = await total()
  expect(few).toBeLessThan(some)
  expect(await page.locator('ul.list > li').count()).toBe(few)
  await page.getByRole('button', { name: 'Remove filter: Unnamed source' }).click()
  await waitForAddress(page, (address) => !address.includes('signal'))
  expect(await total()).toBe(some)
  const said = await page.locator('.what a').first().innerText()
  await page.locator('.what a').first().click()
  await page.waitForSelector('aside .card')
  const lit = (await page.locator('article .lit, article .tinted').allInnerTexts()).join('')
  expect(lit.replace(/\s+/g, ' ')).toContain(said.split(' ... ')[0].slice(0, 30))
  const box = await page.locator('article .lit').first().boundingBox()
  expect(box && box.y > 0 && box.y < 800).toBe(true)
  await quietClose(visitor)
})

test('sources: narrowed, drawn, opened', async () => {
  const visitor = await visit(`${base}sources`)
  const { page } = visitor
  expect(await page.locator('svg .band').count()).toBeGreaterThan(10)
  await page.getByLabel('Part of the name').fill('Hasolli')
  await waitForAddress(page, (address) => address.includes('name=Hasolli'))
  await page.locator('td a').first().click()
  await page.waitForSelector('text=How it speaks')
  expect(await heading(page)).toContain('Hasolli')
  await page.getByLabel('Reliability').selectOption('B: usually reliable')
  await page.getByLabel('Your reason').fill('speaks for the police')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForSelector('text=Graded:')
  await page.reload()
  await page.waitForSelector('text=How it speaks')
  expect(await page.getByLabel('Reliability').inputValue()).toBe('B')
  expect(await page.getByLabel('Your reason').inputValue()).toBe('speaks for the police')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForSelector('text=Saved.') // it was held so already
  await page.getByLabel('Reliability').selectOption('E: unreliable')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Graded:').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForSelector('text=Undone:')
  expect(await page.getByLabel('Reliability').inputValue()).toBe('B')
  await page.locator('.what a').first().click()
  await page.waitForSelector('article')
  await quietClose(visitor)
})

test('add: a file, a text and a broken one, each told plainly', async () => {
  const visitor = await visit(`${base}add`)
  const { page } = visitor
  await page.locator('input[type=file]').setInputFiles([
    { name: 'storm.txt', mimeType: 'text/plain', buffer: Buffer.from('Bo said the storm passed.') },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('broken') },
    { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1_200_000, 120) },
  ])
  await page.waitForSelector('text=3 of 3')
  expect(await page.locator('li.read').innerText()).toContain('1 article, 1 statement')
  expect((await page.locator('li.failed').allInnerTexts()).join('\n')).toMatch(
    /the reader broke on it[\s\S]*over the limit of 1 MB/,
  )
  await page.getByLabel('Or paste the text of a report').fill('Cy said the flood came.')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.waitForSelector('text=4 of 4')
  expect(await axeViolations(page)).toEqual([])
  await page.locator('li.read a').first().click()
  await page.waitForSelector('article')
  expect(await page.locator('article').innerText()).toContain('the storm passed')
  expect(visitor.complaints.splice(0).every((complaint) => /status of 4(13|22)/.test(complaint))).toBe(true)
  await quietClose(visitor)
})

test('an empty record says what to do', async () => {
  const { url } = await serve([], { pages: builtPages() })
  const visitor = await visit(url)
  expect(await heading(visitor.page)).toBe('Nothing has been read yet')
  expect(await axeViolations(visitor.page)).toEqual([])
  for (const path of ['articles', 'search', 'sources', 'incidents', 'nothing']) {
    await visitor.page.goto(`${url}${path}`)
    await visitor.page.locator('h1').waitFor({ state: 'attached' })
  }
  await quietClose(visitor)
})

test('lists show hostile names as text', async () => {
  const name = '<img/src=x/onerror=alert(1)>\u202egnp'
  const said = `javascript:alert(2) ${'x'.repeat(100_000)}`
  const made = makeReading(`${name} said ${said}`, {
    outlet: '<script>alert(3)</script>',
    said: [[name, 'said', said]],
  })
  const { url } = await serve([made], { pages: builtPages() })
  const visitor = await visit(url)
  const { page } = visitor
  for (const path of ['', 'articles', 'search', 'sources', `source?name=${encodeURIComponent(name)}`]) {
    await page.goto(`${url}${path}`)
    await page.locator('h1').waitFor({ state: 'attached' })
    expect(await page.locator('main').innerText(), path).toContain(
      path === 'articles' ? '<script>' : '<img/src=x/onerror=alert(1)>',
    )
    expect(await page.locator('main img, main script, [onerror], a[href^="javascript" i]').count(), path).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
  }
  await quietClose(visitor)
})

test('nothing moves once it is shown', async () => {
  const { incidents } = JSON.parse(await (await fetch(`${base}api/incidents`)).text())
  const { articles } = JSON.parse(await (await fetch(`${base}api/articles`)).text())
  for (const width of [1280, 390]) {
    const visitor = await visit(base, { width })
    const paths = [
      '',
      'articles',
      'search?q=said',
      'sources',
      'source?name=police',
      'incidents',
      `incidents/${incidents[0].id}`,
      `articles/${articles[0].sha256}/1`,
      'add',
    ]
    for (const path of paths) {
      await visitor.page.goto(`${base}${path}`)
      await visitor.page.locator('h1').waitFor({ state: 'attached' })
      await visitor.page.waitForTimeout(200)
      const shifts = await visitor.page.evaluate<unknown[]>(SHIFTS)
      expect(shifts, `${path} ${width}`).toEqual([])
    }
    await quietClose(visitor)
  }
})

/** What Chromium says of elements that moved since the page began. */
const SHIFTS = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().flatMap(({ value, sources }) =>
    sources.map(({ node, previousRect: from, currentRect: to }) => [value, node?.outerHTML?.slice(0, 120), from.y, to.y]),
  ))).observe({ type: 'layout-shift', buffered: true })
  setTimeout(resolve, 100, [])
})`

test('axe finds nothing on any page, wide and narrow, light and dark; none is wider than the window', async () => {
  for (const [width, dark] of [
    [1280, false],
    [390, true],
  ] as const) {
    const visitor = await visit(base, { width, dark })
    for (const path of [
      '',
      'articles',
      'search?q=said&kind=person',
      'sources',
      'source?name=police',
      'incidents',
      'review',
      'since',
      'collections',
      'add',
      'nothing',
    ]) {
      await visitor.page.goto(`${base}${path}`)
      await visitor.page.locator('h1').waitFor({ state: 'attached' })
      expect(await axeViolations(visitor.page), `${path} ${width}`).toEqual([])
      expect(
        await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0)
    }
    await quietClose(visitor)
  }
})
