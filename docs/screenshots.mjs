// The reports of examples/ -> docs/pages/*.png, taken from the running application in Chromium. npm run screenshots

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MAIN = join(ROOT, 'dist/cli/main.js')
const OUT = join(ROOT, 'docs/pages')
const NARROW = { width: 390, height: 844 }
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-screenshots-'))
const record = process.argv[2] ?? join(folder, 'hearsay.db')
if (!process.argv[2]) run('read', 'examples', '--record', record)
run('incidents', '--record', record, '--limit', '1')
const server = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0', '--no-open'])
try {
  await takeAll(await addressOf(server))
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

async function takeAll(url) {
  mkdirSync(OUT, { recursive: true })
  const get = async (path) => (await fetch(`${url}api/${path}`)).json()
  const { articles } = await get('articles?title=Pachelli')
  const article = `articles/${articles[0].sha256.slice(0, 12)}/1`
  const { incidents } = await get('incidents')
  const told = [...incidents].sort((a, b) => b.disputed.length - a.disputed.length || b.accounts - a.accounts)[0]
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  const take = async (name, path, { width = 1280, height = 800, dark = false, keys = '', act } = {}) => {
    const colorScheme = dark ? 'dark' : 'light'
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
    await page.goto(url + path)
    await page.locator('h1').waitFor({ state: 'attached' })
    for (const key of keys) await page.keyboard.press(key)
    // Names on a map come once the gazetteer is open.
    if (await page.locator('svg .land').count()) await page.locator('.names text').first().waitFor({ timeout: 120_000 })
    await act?.(page)
    await page.waitForTimeout(700)
    await page.screenshot({ path: join(OUT, `${name}.png`) })
    await page.close()
  }
  await take('overview', '')
  await take('article', article, { keys: 'jjj' })
  await take('article-dark', article, { keys: 'jjj', dark: true })
  await take('article-narrow', article, { keys: 'jjj', width: 390, height: 800 })
  await take('statements', 'search?signal=unnamed+source')
  await take('sources', 'sources')
  await take('source', 'source?name=the+army')
  await take('incidents', 'incidents', { dark: true })
  if (told) await takeIncident(take, `incidents/${told.id}`)
  await take('correction', article, { keys: 'jje', height: 900 })
  await decideSome(url, get, article)
  await takeForms(take, article)
  await take('review', 'review', { height: 1000 })
  await propose(url, get, article)
  await take('proposals', 'review')
  await take('since', 'since')
  for (const [name, path] of [
    ['overview', ''],
    ['proposals', 'review'],
    ['since', 'since'],
  ])
    await take(`${name}-narrow`, path, { ...NARROW, dark: true })
  await take('add', 'add', { height: 640 })
  await browser.close()
}

/** The answers, the sources side by side, and the forms. */
async function takeIncident(take, path) {
  await take('incident', path, { height: 1000 })
  await take('incident-dark', path, { height: 1000, dark: true })
  await take('incident-narrow', path, { width: 390, height: 844 })
  const open = (words) => async (page) => {
    await page.getByText(words).click()
    await page.getByText(words).evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await page.evaluate(() => scrollBy(0, -80))
  }
  await take('incident-sources', path, { act: open('What each source says') })
  await take('incident-sources-narrow', path, {
    width: 390,
    height: 844,
    dark: true,
    act: open('What each source says'),
  })
  const press = (name) => async (page) => {
    await page.getByRole('region', { name: 'Review' }).getByRole('button', { name }).click()
    await page
      .getByRole('region', { name: 'Review' })
      .evaluate((element) => element.scrollIntoView({ block: 'center' }))
  }
  await take('label', path, { act: press('Title and tags') })
  await take('account', path, { act: press('Add an account') })
  await take('account-narrow', path, { width: 390, height: 844, dark: true, act: press('Add an account') })
}

/** A number, the parties of an event, and through whom a statement came. */
async function takeForms(take, article) {
  const press = (name) => async (page) => {
    await page.getByRole('button', { name }).first().click()
    await page
      .locator('form')
      .last()
      .evaluate((element) => element.scrollIntoView({ block: 'center' }))
  }
  for (const [name, keys, button] of [
    ['number', '', 'Add a number'],
    ['parties', 'ne', 'Add a party'],
    ['relays', 'je', 'Add whoever passed it on'],
  ]) {
    await take(name, article, { keys, height: 900, act: press(button) })
    await take(`${name}-narrow`, article, { keys, ...NARROW, dark: true, act: press(button) })
  }
}

/** From then on somebody else must approve; two decisions that wait for that. */
async function propose(url, get, article) {
  const { document, article: read, number } = await get(article)
  const on = { who: 'Ilse Marten', document: document.sha256, article: number }
  const [, , third, fourth] = read.statements
  await post(`${url}api/approval`, { needed: true, who: 'Ona Ruiz' })
  await post(`${url}api/review/decisions`, { ...on, kind: 'statement', verdict: 'reject', seen: third })
  const to = { ...fourth, stance: 'doubts' }
  await post(`${url}api/review/decisions`, { ...on, kind: 'statement', verdict: 'correct', seen: fourth, to })
}

async function post(address, body) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${body.verdict ?? address}: ${await answer.text()}`)
}

/** As a person would: one statement confirmed, one corrected, an event rejected, a note. */
async function decideSome(url, get, article) {
  const { document, article: read, number } = await get(article)
  const [first, second] = read.statements
  const on = { who: 'Ilse Marten', document: document.sha256, article: number }
  for (const body of [
    { ...on, kind: 'statement', verdict: 'confirm', seen: first },
    { ...on, kind: 'event', verdict: 'reject', seen: read.events[0] },
    { ...on, kind: 'statement', verdict: 'correct', seen: second, to: { ...second, stance: 'doubts' } },
    { ...on, kind: 'note', on: 'article', text: 'The paper asked the council, not the army: ask both.' },
  ])
    await post(`${url}api/review/decisions`, body)
}

function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /http:\S+/.exec(said)?.[0]
      if (url) resolve(url)
    })
    child.on('close', () => reject(new Error(`the server ended: ${said}`)))
  })
}
