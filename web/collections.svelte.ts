// The record's collections by name, for the picker in the header; asked for anew whenever they may have changed.

import type { CollectionListAnswer } from '../src/server/collections.ts'
import { ask } from './api.ts'

export const collections = $state<{ names: readonly string[] }>({ names: [] })

/** Where the server does not answer, the page itself says so. */
export async function loadCollections(): Promise<void> {
  const found = await ask<CollectionListAnswer>('collections').catch(() => null)
  if (found) collections.names = found.collections.map(({ name }) => name)
}
