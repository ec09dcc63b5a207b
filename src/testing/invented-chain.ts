// Parts of an event chain -> a whole one, which says nothing else but what its mentions do.

import { sitesOf } from '../reconciling/compare/sites.ts'
import type { EventChain } from '../reconciling/event-chain.ts'
import { classesOfMention } from '../reconciling/means-of-mention.ts'
import type { Spot } from '../reconciling/mention.ts'

export const inventChain = (parts: Partial<EventChain>): EventChain => ({
  key: 'd 1 a1.v1',
  article: 'd 1',
  mentions: [],
  types: new Set(['ASSAULT']),
  means: new Set(),
  another: false,
  general: false,
  battle: false,
  spots: [],
  around: null,
  sites: [],
  town: [],
  company: [],
  whens: [],
  publishedOn: null,
  parties: [],
  tallies: [],
  classes: (parts.mentions ?? []).flatMap(classesOfMention),
  hit: (parts.mentions ?? []).flatMap(sitesOf),
  sentences: [],
  tellers: [],
  ...parts,
})

/** A settlement, unless `more` says otherwise. */
export const inventSpot = (lat: number, lon: number, more: Partial<Spot> = {}): Spot => ({
  name: 'Dol',
  lat,
  lon,
  precision: 'settlement',
  span: [0, 3],
  ...more,
})
