// The record's tables -> the match store of reconciling. Chains are packed there, and kept unpacked for a while when they are first read.

import { type BlockMember, blocksOf, memberOf } from '../../reconciling/blocks.ts'
import type { CandidatePair, MatchStore } from '../../reconciling/match-store.ts'
import type { OpenRecord } from '../open-record.ts'
import { fromBytes, packedChain, packedCompared, toBytes, unpackedChain, unpackedCompared } from '../shelf/packing.ts'

/** Of each kind. */
const MOST_UNPACKED = 10_000

export function openStoredMatchStore(record: OpenRecord): MatchStore {
  const queries = chainQueries(record)
  const { chainsOf, deleteDocument, insertChain, insertMentions, insertBlock, setIncident, incident } = queries
  const chain = unpackedBy(queries.mentions, unpackedChain)
  const compared = unpackedBy(queries.compared, unpackedCompared)
  const { insertShingles, shingles } = shingleQueries(record)
  return {
    ...pairsIn(record),
    chains: (document) => chainsOf.all(document).flatMap((key) => chain.get(key) ?? []),
    replaceDocument(document, chains, printed) {
      for (const key of [...chainsOf.all(document), ...chains.map((each) => each.key)]) {
        chain.forget(key)
        compared.forget(key)
      }
      for (const statement of deleteDocument) statement.run(document)
      for (const each of chains) {
        const { key } = each
        insertChain.run({ ...memberOf(each), document, compared: packedCompared(each) })
        insertMentions.run(key, packedChain(each))
        for (const block of blocksOf(each)) insertBlock.run(block, key)
      }
      for (const { article, numbers } of printed) insertShingles.run(article, document, toBytes(numbers))
    },
    chain: chain.get,
    compared: compared.get,
    shingles: (article) => fromBytes(shingles.get(article)),
    members: membersIn(record),
    incident: (key) => incident.get(key) ?? null,
    setIncident(keys, id) {
      for (const key of keys) setIncident.run(id, key)
    },
  }
}

const chainQueries = ({ db }: OpenRecord) => ({
  chainsOf: db.prepare<[string], string>('SELECT key FROM event_chains WHERE document = ? ORDER BY key').pluck(),
  compared: db.prepare<[string], string | Buffer>('SELECT compared FROM event_chains WHERE key = ?').pluck(),
  mentions: db.prepare<[string], Buffer>('SELECT mentions FROM chain_mentions WHERE key = ?').pluck(),
  deleteDocument: [
    'chain_blocks WHERE key IN (SELECT key FROM event_chains WHERE document = ?)',
    'chain_mentions WHERE key IN (SELECT key FROM event_chains WHERE document = ?)',
    'event_chains WHERE document = ?',
    'article_shingles WHERE document = ?',
  ].map((rows) => db.prepare<[string]>(`DELETE FROM ${rows}`)),
  insertChain: db.prepare<[BlockMember & { document: string; compared: string | Uint8Array }]>(
    `INSERT INTO event_chains (key, document, day, words, compared)
     VALUES (@key, @document, @day, @words, @compared)`,
  ),
  insertMentions: db.prepare<[string, Uint8Array]>('INSERT INTO chain_mentions (key, mentions) VALUES (?, ?)'),
  insertBlock: db.prepare<[string, string]>('INSERT INTO chain_blocks (block, key) VALUES (?, ?)'),
  incident: db.prepare<[string], string | null>('SELECT incident FROM event_chains WHERE key = ?').pluck(),
  setIncident: db.prepare<[string, string]>('UPDATE event_chains SET incident = ? WHERE key = ?'),
})

interface Unpacked<Item> {
  /** Null if there is none. */
  get(key: string): Item | null
  forget(key: string): void
}

function unpackedBy<Stored, Item>(
  query: { get(key: string): Stored | undefined },
  unpack: (stored: Stored) => Item,
): Unpacked<Item> {
  const known = new Map<string, Item>()
  return {
    get(key) {
      const found = known.get(key)
      if (found !== undefined) return found
      const stored = query.get(key)
      if (stored === undefined) return null
      if (known.size >= MOST_UNPACKED) known.clear()
      const item = unpack(stored)
      known.set(key, item)
      return item
    },
    forget: (key) => void known.delete(key),
  }
}

const shingleQueries = ({ db }: OpenRecord) => ({
  insertShingles: db.prepare<[string, string, Uint8Array]>(
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
