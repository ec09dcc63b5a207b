// Parts of mentions -> the account that consists of them, which says nothing else: for tests of claims.

import type { DetailedAccount } from '../reconciling/accounts.ts'
import type { Mention, Party, Tally } from '../reconciling/mention.ts'
import { nameWords } from '../reconciling/words.ts'

export interface InventedAccount extends Partial<Omit<DetailedAccount, 'mentions'>> {
  mentions?: readonly Partial<Mention>[]
}

/** Each account has an origin of its own, unless `originNumber` says otherwise. */
export const inventAccounts = (parts: readonly InventedAccount[]): DetailedAccount[] =>
  parts.map(({ mentions = [{}], origin = `source ${parts.length}`, ...more }, at): DetailedAccount => {
    const document = `d${at}`
    const whole = mentions.map((mention, number) => inventMention({ document, event: `v${number + 1}`, ...mention }))
    return {
      document,
      article: 1,
      event: whole[0].event,
      events: whole.map(({ event }) => event),
      sentence: whole[0].sentenceText,
      statement: 's1',
      origin,
      originNumber: at,
      originKind: 'named',
      chain: [{ name: origin, role: 'body' }],
      basis: 'first-hand',
      ...more,
      mentions: whole,
    }
  })

export const inventMention = (parts: Partial<Mention>): Mention => ({
  key: `${parts.document} 1 ${parts.event}`,
  document: 'd0',
  article: 1,
  event: 'v1',
  statement: 's1',
  origin: { kind: 'named', label: 'source', words: ['source'], own: 'd0' },
  publishedOn: null,
  type: 'ASSAULT',
  status: 'actual',
  deniedAltogether: false,
  confidence: 0.9,
  trigger: [0, 6],
  means: null,
  course: null,
  another: false,
  definite: false,
  place: null,
  around: null,
  site: [],
  town: [],
  company: [],
  when: null,
  parties: [],
  tallies: [],
  words: [],
  sentence: [0, 100],
  sentenceText: '',
  block: 0,
  headline: false,
  ...parts,
})

export const inventParty = (text: string, more: Partial<Party> = {}): Party => ({
  role: 'actor',
  kind: 'group',
  named: false,
  text,
  words: nameWords(text),
  span: [20, 20 + text.length],
  ...more,
})

/** "at least" numbers have no upper bound: high null. */
export const inventTally = (low: number, of: string, more: Partial<Tally> = {}): Tally => ({
  fate: 'killed',
  of,
  low,
  high: low,
  approximate: false,
  text: `${low} ${of}`,
  span: [40, 42],
  ...more,
})
