// A dossier in a real browser: a hostile report stays text, nothing is asked for, and it prints on A4.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { listIncidents } from '../record/incidents/list.ts'
import { writeIncidents } from '../record/incidents/store.ts'
import { closeRecord, type OpenRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import { setReliability } from '../record/write-decision.ts'
import { axeViolations } from '../testing/axe.ts'
import { quietClose, visit } from '../testing/browser.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../testing/two-incidents.ts'
import { exporterFor } from './exporters.ts'

const folder = scratchFolder()
const open: OpenRecord[] = []
afterAll(() => open.forEach(closeRecord))

const keep = (record: OpenRecord): OpenRecord => {
  open.push(record)
  return record
}

const dossierOf = (record: OpenRecord, id: string): string =>
  [...(exporterFor('incident', 'html')?.(record, { id }) ?? [])].join('')

function twoReports(): OpenRecord {
  const record = keep(openRecord(join(folder, `${open.length}.db`), 'create'))
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, '2024-05-02T12:00:00.000Z')
  writeIncidents(record, TWO_INCIDENTS)
  setReliability(
    record,
    'Mira Vostrik',
    { grade: 'B', why: 'was there' },
    { who: 'Ida', at: '2024-05-02T12:00:00.000Z' },
  )
  return record
}

async function openPage(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return visit(pathToFileURL(path).href)
}

test('it sets the accounts side by side, every value with the passage that it was read from', async () => {
  const page = await openPage('two.html', dossierOf(twoReports(), TWO_INCIDENTS[0].id))
  const text = await page.page.textContent('body')
  for (const words of ['Mira Vostrik', 'Radio Meridian', 'killed', 'disputed', 'of 1 to 6 for information'])
    expect(text).toContain(words)
  for (const { reading } of TWO_REPORTS) expect(text).toContain(`sha256 ${reading.document.sha256}`)
  const unsure = page.page
    .locator('section', { hasText: 'Also reported, not surely of this event' })
    .locator('tbody tr')
  expect(await unsure.allTextContents()).toEqual([
    expect.stringMatching(/who did it\s*A source\s*2 A source \(unnamed\) \[\d\]\s*further down in the report/),
    expect.stringMatching(/who was hit\s*the depot\s*1 Mira Vostrik \[\d\]\s*the program is not sure/),
  ])
  expect(text).toContain('first read 2024-05-02T12:00:00.000Z')
  expect(await page.page.locator('tr', { hasText: 'was there' }).textContent()).toMatch(/Mira Vostrika named sourceB/)
  const references = await page.page
    .locator('a.ref')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(references.length).toBeGreaterThan(4)
  for (const reference of references) expect(await page.page.locator(`${reference} mark`).count()).toBeGreaterThan(0)
  expect(await page.page.locator('#p1 mark').allTextContents()).toContain('blast killed')
  expect(await axeViolations(page.page)).toEqual([])
  await quietClose(page)
})

const HOSTILE =
  '</style></title><script>alert(1)</script><img src=x onerror=alert(2)><link rel=stylesheet href=http://evil.example/a.css>' +
  '<iframe src="http://evil.example/"></iframe><svg onload=alert(3)>\u202egnp.exe\u2066 &amp; "\'` <!-- \u0000'

test('a report that is all markup stays text, and turns the direction of nothing', async () => {
  const record = keep(
    inventRecord(2, (reading) => {
      const [article] = reading.articles
      const text = `${reading.document.text}\n${HOSTILE}`
      const span: [number, number] = [reading.document.text.length + 1, text.length]
      return {
        ...reading,
        document: { ...reading.document, text, origin: `${HOSTILE}.txt` },
        articles: [
          {
            ...article,
            outlet: HOSTILE,
            title: span,
            url: 'javascript:alert(4)//<script>',
            blocks: [...article.blocks, { kind: 'title', span }],
            entities: article.entities.map((entity) => ({
              ...entity,
              name: entity.type === 'place' ? HOSTILE : entity.name,
            })),
            events: article.events.map((event) => ({ ...event, trigger: span })),
          },
        ],
      }
    }),
  )
  const [incident] = listIncidents(record)
  const html = dossierOf(record, incident.id)
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toMatch(/[\u0000\u202a-\u202e\u2066-\u2069]/)
  const page = await openPage('hostile.html', html)
  expect(await page.page.locator('script, img, link, iframe, svg, object').count()).toBe(0)
  expect(await page.page.locator('a:not([href^="#"])').count()).toBe(0)
  expect(await page.page.locator('style').count()).toBe(1)
  expect(await page.page.textContent('body')).toContain('<script>alert(1)</script>')
  await quietClose(page)
})

test('its policy lets its own style in and nothing else', async () => {
  const html = dossierOf(twoReports(), TWO_INCIDENTS[0].id)
  expect(html).toMatch(
    /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^"]+"/,
  )
  const tampered = html.replace(
    '</body>',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><script>document.title = "run"</script></body>',
  )
  const { page, complaints } = await openPage('tampered.html', tampered)
  expect(await page.title()).not.toBe('run')
  expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('13.3333px') // its style holds: 10 pt
  expect(complaints.filter((words) => words.includes('Content Security Policy'))).toHaveLength(2)
  await page.context().close()
})

test('it prints on A4, within the page', async () => {
  const { page } = await openPage('print.html', dossierOf(twoReports(), TWO_INCIDENTS[0].id))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 673, height: 960 }) // what A4 leaves between the margins, in CSS pixels
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(673)
  await page.context().close()
})
