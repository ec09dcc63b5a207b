// The built pages over a server, in headless Chromium.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { loadPages, type Pages } from '../server/pages.ts'

/** One for all test files of a worker; each visit has a context of its own, as if nobody had been here before. */
let browser: Browser | null = null

export const builtPages = (): Pages => loadPages(fileURLToPath(new URL('../../dist/web', import.meta.url)))

export interface Visit {
  page: Page
  /** What the browser complained of: errors of scripts, what the policy forbade. */
  complaints: string[]
  /** Addresses that were asked for on any other host than the server's. */
  outside: string[]
}

export async function visit(url: string, { width = 1280, dark = false } = {}): Promise<Visit> {
  browser ??= await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const outside: string[] = []
  page.on('console', (message) => {
    // That a page itself is not there, which is answered with 404, is no complaint of what it holds.
    if (message.location().url === page.url() && message.text().includes('404')) return
    // Nor that whoever is not signed in is told so.
    if (message.text().includes('status of 401')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) outside.push(request.url())
  })
  await page.goto(url)
  await page.waitForSelector('h1')
  return { page, complaints, outside }
}

export async function quietClose({ page, complaints, outside }: Visit): Promise<void> {
  expect(complaints).toEqual([])
  expect(outside).toEqual([])
  await page.context().close()
}

function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
  if (!found) throw new Error('there is no Chromium on the PATH; on Debian: apt-get install chromium')
  return found
}
