// Chains and incidents -> bytes for a store, and back: what comparison looks at as it is, unless it is long; the rest packed small.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type ComparedChain, packCompared, unpackCompared } from '../../reconciling/compared-chain.ts'
import { type EventChain, packChain, unpackChain, unpackMentions } from '../../reconciling/event-chain.ts'
import type { Mention } from '../../reconciling/mention.ts'

/** What most chains have in common, so that even a short one packs small. Whoever changes it cannot read what was packed before. */
const SHAPE = Buffer.from(
  '"follows":{"what":"background","event":{"document":"deniesBlame":true,"byHand":true,"rebuts":"hours":[4,12],"statement":null,"origin":{"kind":"unnamed","label":"voice","words":[],"own":"within":{"article":"body":{"noun":"police","army","government","medium":true,"footage":true,"relays":["reacts":true,"firsthand":[["wires":["person":true,"office":["party":"person|body|outlet|,"admin1":"former":true,"part":true,"approximate":true,"precision":"region","precision":"country","precision":"district","geonameId":"role":"instrument","kind":"thing","role":"actor","kind":"organisation","kind":"person","side":"civilians","side":"fighters","camp":"government","country":"sector":"PROTEST","COERCE","CONSULT","status":"possible","mode":"means":null,"course":null,"another":false,"definite":true,"place":null,"around":null,"site":[],"when":null,"parties":[],"tallies":[{"fate":"killed","of":"people","low":1,"high":1,"approximate":false,"text":"injured","span":[' +
    '[{"key":"\\u001f1\\u001fa1.v1","document":"","article":1,"event":"a1.v1","statement":"a1.s1","origin":{"kind":"named","label":"","words":[""],"own":"\\u00001","country":""},"outlet":"","published":"20","publishedOn":1,"type":"ASSAULT","status":"actual","deniedAltogether":false,"confidence":0.9,"trigger":[1,1],"means":"explosives","course":null,"another":false,"definite":false,"place":{"name":"","lat":3,"lon":3,"precision":"settlement","country":"","admin1":"","geonameId":1,"span":[1,1]},"placeBasis":"event","around":{"name":"","lat":3,"lon":3,"precision":"settlement","country":"","span":[1,1]},"site":[""],"town":[""],"company":[""],"when":{"first":1,"last":1,"precision":"day","span":[1,1]},"parties":[{"words":["people"],"role":"recipient","kind":"group","named":false,"text":"","span":[1,1]}],"tallies":[],"words":[-1,1],"sentence":[1,1],"sentenceText":"The ","block":1,"headline":false}]',
)

/** 1 is fast, and packs nearly as small as 9. */
const LEVEL = 1

/** With no room to spare, so that a thread passes on no more than this. */
export const pack = (json: string): Uint8Array =>
  new Uint8Array(deflateRawSync(json, { level: LEVEL, dictionary: SHAPE }))

export const unpack = (bytes: Uint8Array): string => inflateRawSync(bytes, { dictionary: SHAPE }).toString()

/** Chains are compared dozens of times, so a short one is not packed. A long one takes a few kilobytes then. */
const MAX_PLAIN = 1500

export function packedCompared(chain: ComparedChain): string | Uint8Array {
  const json = packCompared(chain)
  return json.length > MAX_PLAIN ? pack(json) : json
}

export const unpackedCompared = (stored: string | Uint8Array): ComparedChain =>
  unpackCompared(typeof stored === 'string' ? stored : unpack(stored))

export const packedChain = (chain: EventChain): Uint8Array => pack(packChain(chain))

export const unpackedMentions = (stored: Uint8Array): readonly Mention[] => unpackMentions(unpack(stored))

export const unpackedChain = (stored: Uint8Array): EventChain => unpackChain(unpack(stored))

/** Of the shingles of an article. */
export const toBytes = (numbers: ReadonlySet<number>): Uint8Array => new Uint8Array(Uint32Array.from(numbers).buffer)

export const fromBytes = (bytes: Uint8Array | undefined): Set<number> =>
  new Set(bytes === undefined ? [] : new Uint32Array(Uint8Array.from(bytes).buffer))
