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
  await page.getByRole('link', { name: /by a source without one/ }).click()
  await waitForAddress(page, (address) => address.includes('/search?signal=unnamed+source'))
  await page.waitForSelector('text=/^\\d+ statements/')
  await page.goBack()
  await page.waitForSelector('text=Most leaned on')
  await page.getByRole('link', { name: 'All articles' }).scrollIntoViewIfNeeded()
  const before = await page.evaluate('scrollY')
  expect(before).toBeGreaterThan(100)
  await page.getByRole('link', { name: 'All articles' }).click()
  await page.waitForSelector('text=20 articles')
  expect(await page.evaluate('scrollY')).toBe(0)
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
  await page.goBack()
  await page.waitForSelector('text=Most leaned on')
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

test('search: words, a facet, a statement, its sentence in the article', async () => {
  const visitor = await visit(`${base}search`)
  const { page } = visitor
  const total = async () => Number.parseInt(await page.locator('.found').innerText(), 10)
  const all = await total()
  await page.getByLabel('Words that occur in it').fill('depot')
  await waitForAddress(page, (address) => address.includes('q=depot'))
  const some = await total()
  expect(some).toBeGreaterThan(1)
  expect(some).toBeLessThan(all)
  await page.getByRole('checkbox', { name: /Unnamed source/ }).check()
  await waitForAddress(page, (address) => address.includes('signal=unnamed'))
  const few = await total()
  expect(few).toBeLessThan(some)
  expect(await page.locator('ul.list > li').count()).toBe(few)
  await page.getByRole('button', { name: 'No longer only Unnamed source' }).click()
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
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.waitForSelector('text=Graded:')
  await page.reload()
  await page.waitForSelector('text=How it speaks')
  expect(await page.getByLabel('Reliability').inputValue()).toBe('B')
  expect(await page.getByLabel('Your reason').inputValue()).toBe('speaks for the police')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.waitForSelector('text=Kept.') // it was held so already
  await page.getByLabel('Reliability').selectOption('E: unreliable')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Graded:').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForSelector('text=Taken back:')
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
