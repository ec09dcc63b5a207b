// A web address -> its content; if the record has it already, it is downloaded only if it has changed.

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
    if (!record || !known)
      throw new Error(`the server says that ${href} has not changed, but the record does not have it`)
    return { ...receivedOf(record, known.document), origin: href }
  }
