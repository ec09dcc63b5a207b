// The record's tables -> the match store of reconciling. A chain is packed when it is written, and unpacked once when it is first read.

import type { ArticleShingles } from '../../reconciling/article-shingles.ts'
import { type BlockMember, blocksOf, memberOf } from '../../reconciling/blocks.ts'
import { type EventChain, packChain, unpackChain } from '../../reconciling/event-chain.ts'
import type { CandidatePair, MatchStore } from '../../reconciling/match-store.ts'
import type { OpenRecord } from '../open-record.ts'
import { fromBytes, toBytes } from '../shelf/packing.ts'

export interface StoredMatchStore extends MatchStore {
  /** @param incidentOf the incident of each chain by its key, if they are clustered already */
  replaceDocument(
    document: string,
    chains: readonly EventChain[],
    shingles: readonly ArticleShingles[],
    incidentOf?: (key: string) => string | null,
  ): void
}

export function openStoredMatchStore(record: OpenRecord): StoredMatchStore {
  const unpacked = new Map<string, EventChain>()
  const unpack = (key: string, json: string): EventChain => {
    const chain = unpacked.get(key) ?? unpackChain(json)
    unpacked.set(key, chain)
    return chain
  }
  const { chainsOf, chain, deleteDocument, insertChain, insertBlock, setIncident, incident } = chainQueries(record)
  const { insertShingles, shingles } = shingleQueries(record)
  return {
    ...pairsIn(record),
    chains: (document) => chainsOf.all(document).map(({ key, json }) => unpack(key, json)),
    replaceDocument(document, chains, printed, incidentOf = () => null) {
      for (const { key } of chainsOf.all(document)) unpacked.delete(key)
      for (const statement of deleteDocument) statement.run(document)
      for (const each of chains) {
        const { key } = each
        insertChain.run({ ...memberOf(each), document, json: packChain(each), incident: incidentOf(key) })
        for (const block of blocksOf(each)) insertBlock.run(block, key)
        unpacked.set(key, each)
      }
      for (const { article, numbers } of printed) insertShingles.run(article, document, toBytes(numbers))
    },
    chain(key) {
      const known = unpacked.get(key)
      if (known) return known
      const json = chain.get(key)
      return json === undefined ? null : unpack(key, json)
    },
    shingles: (article) => fromBytes(shingles.get(article)),
    members: membersIn(record),
    incident: (key) => incident.get(key) ?? null,
    setIncident(keys, id) {
      for (const key of keys) setIncident.run(id, key)
    },
  }
}

const chainQueries = ({ db }: OpenRecord) => ({
  chainsOf: db.prepare<[string], { key: string; json: string }>(
    'SELECT key, json FROM event_chains WHERE document = ? ORDER BY key',
  ),
  chain: db.prepare<[string], string>('SELECT json FROM event_chains WHERE key = ?').pluck(),
  deleteDocument: [
    'chain_blocks WHERE key IN (SELECT key FROM event_chains WHERE document = ?)',
    'event_chains WHERE document = ?',
    'article_shingles WHERE document = ?',
  ].map((rows) => db.prepare<[string]>(`DELETE FROM ${rows}`)),
  insertChain: db.prepare<[BlockMember & { document: string; json: string; incident: string | null }]>(
    `INSERT INTO event_chains (key, document, json, day, words, incident)
     VALUES (@key, @document, @json, @day, @words, @incident)`,
  ),
  insertBlock: db.prepare<[string, string]>('INSERT INTO chain_blocks (block, key) VALUES (?, ?)'),
  incident: db.prepare<[string], string | null>('SELECT incident FROM event_chains WHERE key = ?').pluck(),
  setIncident: db.prepare<[string, string]>('UPDATE event_chains SET incident = ? WHERE key = ?'),
})

const shingleQueries = ({ db }: OpenRecord) => ({
  insertShingles: db.prepare<[string, string, Buffer]>(
    'INSERT OR REPLACE INTO article_shingles (article, document, numbers) VALUES (?, ?, ?)',
  ),
  shingles: db.prepare<[string], Buffer>('SELECT numbers FROM article_shingles WHERE article = ?').pluck(),
})

function membersIn({ db }: OpenRecord): MatchStore['members'] {
  const members = db.prepare<[string], BlockMember>(
    'SELECT key, day, words FROM chain_blocks JOIN event_chains USING (key) WHERE block = ?',
  )
  return (block) => members.all(block)
}

function pairsIn({ db }: OpenRecord): Pick<MatchStore, 'pairs' | 'pairBetween' | 'setPair'> {
  const pairs = db.prepare<[string, string], CandidatePair>(
    `SELECT one, other, score, blocks FROM candidate_pairs WHERE one = ?
     UNION ALL SELECT one, other, score, blocks FROM candidate_pairs WHERE other = ?`,
  )
  const between = db.prepare<[string, string], CandidatePair>(
    'SELECT one, other, score, blocks FROM candidate_pairs WHERE one = ? AND other = ?',
  )
  const insert = db.prepare<[CandidatePair]>(
    'INSERT OR REPLACE INTO candidate_pairs (one, other, score, blocks) VALUES (@one, @other, @score, @blocks)',
  )
  const remove = db.prepare<[string, string]>('DELETE FROM candidate_pairs WHERE one = ? AND other = ?')
  return {
    pairs: (key) => pairs.all(key, key),
    pairBetween: (one, other) => between.get(one, other) ?? null,
    setPair: (pair) => void (pair.blocks > 0 ? insert.run(pair) : remove.run(pair.one, pair.other)),
  }
}
