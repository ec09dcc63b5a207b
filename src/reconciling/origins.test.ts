// Invented reports of one event -> on how many independent origins it rests, and what a denial does to it.

import { beforeAll, describe, expect, it } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import type { Resources } from '../resources.ts'
import { sharedResources } from '../testing/resources.ts'
import type { Incident } from '../types.ts'
import { reconcile } from './reconcile.ts'

let resources: Resources
beforeAll(async () => {
  resources = await sharedResources()
}, 60_000)

/** The incident with most accounts that these reports give; each has the outlet before a bar, and the text behind it. */
async function incidentIn(reports: readonly string[]): Promise<Incident> {
  const readings = []
  for (const [at, report] of reports.entries()) {
    const [outlet, text] = report.split(' | ')
    const bytes = new TextEncoder().encode(JSON.stringify({ id: `r${at}`, outlet, text, published: '2014-05-20' }))
    readings.push(await read(await openDocument({ bytes, origin: `r${at}`, mediaType: 'application/json' }), resources))
  }
  return reconcile(readings).toSorted((a, b) => b.accounts.length - a.accounts.length)[0]
}

const SAID = 'Rebels attacked the barracks in Gao on Monday, killing four soldiers'

it.each<[reports: string[], origins: number, why: string]>([
  [
    [`Harbour Wire | ${SAID}, the army said.`, `Dol Post | ${SAID}, local media reported, citing the army.`],
    1,
    'whom media cite is the origin',
  ],
  [
    [`Harbour Wire | ${SAID}, the army said.`, `Dol Post | ${SAID}, a spokesman for the army said.`],
    1,
    'a spokesman is his body',
  ],
  [
    [
      `Harbour Wire | ${SAID}, police said.`,
      'Dol Post | Ana Petrova, the provincial police chief, said that rebels had attacked the barracks in Gao on Monday and killed four soldiers.',
    ],
    1,
    'so is an officer with a name',
  ],
  [
    [`Harbour Wire | ${SAID}, a nurse said.`, `Dol Post | Four soldiers were killed in Gao on Monday, a nurse said.`],
    2,
    'an unnamed source is one for each report',
  ],
  [
    [
      `Harbour Wire | ${SAID}, a nurse at the clinic said.`,
      `Dol Post | ${SAID}, a nurse at the clinic told Harbour Wire.`,
    ],
    1,
    'unless the one has it from the other',
  ],
  [
    ['Harbour Wire', 'Dol Post', 'Brod Mail', 'Sava List'].map(
      (outlet) =>
        `${outlet} | ${SAID}. The gate of the barracks was burned down and two lorries were lost in the fire.`,
    ),
    1,
    'a wire story in four papers',
  ],
  [
    [`Harbour Wire | ${SAID}, the company and the army said.`, `Dol Post | ${SAID}, the army said.`],
    2,
    'a joint word is not that of one of them',
  ],
  [
    [`Harbour Wire | ${SAID}, the army said.`, 'Dol Post | Four soldiers died in Gao on Monday when rebels attacked.'],
    1,
    'an outlet that names nobody retells',
  ],
  [
    ['Harbour Wire | Four soldiers died in Gao on Monday when rebels attacked the barracks.'],
    1,
    'unless there is nobody else',
  ],
  [
    [`Harbour Wire | ${SAID}, the army said.`, `Dol Post | ${SAID}, state media said.`],
    1,
    'media have it from somebody, with a name or without',
  ],
  [
    [`Harbour Wire | ${SAID}, police said. A police official said the four soldiers were killed in Gao at dawn.`],
    1,
    'police and a police official, in one report',
  ],
  [
    [`Harbour Wire | ${SAID}, a nurse said. A teacher said the four soldiers were killed in Gao at dawn.`],
    2,
    'two people of two trades',
  ],
  [
    [`Harbour Wire | ${SAID}, a resident said. Another resident said the four soldiers were killed in Gao at dawn.`],
    2,
    'the report tells one from the other',
  ],
  [
    [
      `Harbour Wire | ${SAID}, a guard at the gate said. "They killed the four soldiers at dawn," said the man, who gave no name.`,
    ],
    1,
    'the man is the guard',
  ],
  [
    [`Harbour Wire | ${SAID}, residents said. A resident said the four soldiers were killed in Gao at dawn.`],
    1,
    'the report does not',
  ],
  [
    [
      `Dol Post | ${SAID}, a war monitor said. The Azawad Observatory for Human Rights said the four soldiers were killed in Gao at dawn.`,
    ],
    1,
    'a monitor is the one that its report names',
  ],
])('%j rest on %d: %s', async (reports, origins) => expect((await incidentIn(reports)).origins).toBe(origins))

it('a hidden source is never called by the name of the body that it is of', async () => {
  const { accounts } = await incidentIn([
    `Harbour Wire | ${SAID}, the army said. A military source said the four soldiers were killed in Gao at dawn.`,
  ])
  expect(accounts.map(({ origin, originNumber, originKind }) => [origin, originNumber, originKind])).toEqual([
    ['the army', 0, 'named'],
    ['a military source', 0, 'unnamed'],
  ])
})

describe('a denial of what another has said', () => {
  const REPORT = `Dol Post | A patrol was ambushed near Gao on Monday and two policemen were killed.

The prime minister, Rafiq Amin, said that the ambush had been carried out by the Serbian army.

The Serbian army replied that it intended to:

‘refute all the lies of Rafiq Amin, who has never been to Gao’

Rain fell in the evening.`

  it('is an account of the event, disputes who did it, and leaves apart whether it happened', async () => {
    const { accounts, aspects } = await incidentIn([REPORT])
    const denier = accounts.findIndex(({ origin }) => /Serbian army/i.test(origin))
    expect(denier).toBeGreaterThanOrEqual(0)
    const valuesOf = (name: string) =>
      aspects.find((aspect) => aspect.name === name)?.values.filter((value) => value.accounts.includes(denier)) ?? []
    expect(valuesOf('actor').map(({ value }) => value)).toEqual([expect.stringMatching(/^not the Serbian army$/i)])
    expect(aspects.find(({ name }) => name === 'actor')?.state).toBe('disputed')
    expect(valuesOf('status')).toEqual([])
    expect(aspects.find(({ name }) => name === 'status')?.state).not.toBe('disputed')
  })
})
