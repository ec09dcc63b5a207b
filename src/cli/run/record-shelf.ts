// The tables of a record -> a shelf as reconciling takes it: tellings are packed on the way in, unpacked on the way out, each once.

import { blocksOf, memberOf } from '../../reconciling/blocks.ts'
import { packTelling, unpackTelling } from '../../reconciling/packing.ts'
import type { Profile } from '../../reconciling/profile.ts'
import type { Printed } from '../../reconciling/reprints.ts'
import type { Shelf } from '../../reconciling/shelf.ts'
import type { StoredShelf, StoredShingles, StoredTelling } from '../../record/incidents/shelf.ts'

export function recordShelf(stored: StoredShelf): Shelf {
  const unpacked = new Map<string, Profile>()
  const unpack = (key: string, json: string): Profile => {
    const telling = unpacked.get(key) ?? unpackTelling(json)
    unpacked.set(key, telling)
    return telling
  }
  const telling = (key: string): Profile | null => {
    const known = unpacked.get(key)
    if (known) return known
    const json = stored.telling(key)
    return json === null ? null : unpack(key, json)
  }
  return {
    ...stored,
    tellings: (document) => stored.tellings(document).map(({ key, json }) => unpack(key, json)),
    put(document, tellings, printed) {
      for (const { key } of stored.tellings(document)) unpacked.delete(key)
      stored.put(
        document,
        tellings.map((each) => storedTelling(each, null)),
        printed.map(storedShingles),
      )
      for (const each of tellings) unpacked.set(each.key, each)
    },
    telling,
    shingles: (article) => numbersIn(stored.shingles(article)),
  }
}

export const storedTelling = (telling: Profile, incident: string | null): StoredTelling => ({
  ...memberOf(telling),
  json: packTelling(telling),
  blocks: blocksOf(telling),
  incident,
})

export const storedShingles = ({ key, shingles }: Printed): StoredShingles => ({
  article: key,
  numbers: Buffer.from(Uint32Array.from(shingles).buffer),
})

const numbersIn = (bytes: Buffer | null): Set<number> =>
  new Set(bytes === null ? [] : new Uint32Array(Uint8Array.from(bytes).buffer))
