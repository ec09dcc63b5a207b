// A web address -> what stands there; where the record has had it from there before, it is asked for only if it has changed.

import type { Fetcher } from '../../fetching/fetcher.ts'
import { validatorsOf } from '../../fetching/validators.ts'
import { parseWebAddress } from '../../intake/web-address.ts'
import { receivedOf } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import { receiptOf } from '../../record/versions.ts'
import type { Received } from '../../types.ts'

export const fetchKnown =
  (fetcher: Fetcher, record: OpenRecord | undefined) =>
  async (typed: string): Promise<Received> => {
    const { href } = parseWebAddress(typed)
    const known = record && receiptOf(record, href)
    const validators = known ? validatorsOf(known.http.url, known.http.headers) : undefined
    const { received } = await fetcher.fetch(href, validators)
    if (received) return received
    if (!record || !known) throw new Error(`${href} is said to be as before, but nothing was there before`)
    return { ...receivedOf(record, known.document), origin: href }
  }
