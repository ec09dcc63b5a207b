// Two short reports, read and reconciled: one event in other words is one incident; its look-alikes are two.

import { expect, it } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { sharedResources } from '../testing/resources.ts'
import { reconcile } from './reconcile.ts'

async function areJoined(...texts: string[]): Promise<boolean> {
  const readings = texts.map(async (text, at) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ id: `r${at}`, published: '2018-09-12', text }))
    return read(await openDocument({ bytes, origin: `r${at}`, mediaType: 'application/json' }), await sharedResources())
  })
  const incidents = reconcile(await Promise.all(readings))
  return incidents.some(({ accounts }) => new Set(accounts.map(({ document }) => document)).size > 1)
}

it.each<[string, string, string]>([
  [
    'Gunmen opened fire on a minibus near Chaman on Tuesday, killing five traders.',
    'Five traders were shot dead in their minibus near Chaman on Tuesday, a hospital said.',
    'active and passive',
  ],
  [
    'A car bomb killed three policemen in Mogadishu on Tuesday.',
    'Three police officers died in Mogadishu on Tuesday when a parked car exploded.',
    'a bomb, and what it did',
  ],
  [
    'Shells killed a nurse at a clinic in Donetsk on Tuesday.',
    'A nurse was killed when the clinic in Donetsk where she worked was shelled on Tuesday.',
    'the means as noun and verb',
  ],
])('one incident: %s | %s (%s)', async (one, other) => expect(await areJoined(one, other)).toBe(true))

it.each<[string, string, string]>([
  [
    'Soldiers shot a fisherman dead in Tumaco on Tuesday.',
    'Gunmen kidnapped two teachers in Tumaco on Tuesday.',
    'one town and day, other deeds',
  ],
  [
    'Gunmen killed three miners near Zamfara on Tuesday morning.',
    'Gunmen killed eight wedding guests near Zamfara on Tuesday night.',
    'one town and day, another hour and toll',
  ],
  [
    'The lawyer Amina Dauda was shot dead in Kaduna on Tuesday.',
    'The trader Bello Sani was shot dead in Kaduna on Tuesday.',
    'one town and day, other names',
  ],
  [
    'Two men were stabbed to death in Erbil on Tuesday, police said.',
    'A student in Quito said the stabbing had been terrible.',
    'no place and no day of its own',
  ],
  [
    'ACCRA, Ghana (AP) — Gunmen killed two mayors on Tuesday as they left a church, officials said.',
    'LIMA (AP) — Gunmen killed a mayor on Tuesday as he left his house, prosecutors said.',
    'no place but that of the dateline',
  ],
  [
    'Three soldiers were killed in Afghanistan on Tuesday, a general said.',
    'Three soldiers were killed in Mali on Tuesday, a general said.',
    'no closer place than a country',
  ],
])('two incidents: %s | %s (%s)', async (one, other) => expect(await areJoined(one, other)).toBe(false))

// Known faults: a toll that has risen is told with no verb that the reader takes for the event; that a burglar is no baker counts too little.
it.fails('one incident: a toll that has risen', async () => {
  const risen = 'Fifteen people have now died of the air strike on a market in Saada on Tuesday.'
  expect(await areJoined('An air strike killed twelve people at a market in Saada on Tuesday.', risen)).toBe(true)
})
it.fails('two incidents: one town and day, other victims and means', async () => {
  const burglar = 'Police killed a burglar in Aleppo on Tuesday.'
  expect(await areJoined('A mortar bomb killed two bakers in Aleppo on Tuesday.', burglar)).toBe(false)
})
