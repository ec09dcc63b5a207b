// The compressed index file -> look-ups.

import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import { type Gazetteer, gazetteerOf } from './gazetteer.ts'

/** @returns null where the bytes are no index */
export function openGazetteer(packed: Uint8Array): Gazetteer | null {
  let file: Uint8Array
  try {
    file = gunzipSync(packed)
  } catch {
    return null // cut off or damaged
  }
  return gazetteerOf(file)
}

/** The same, unpacked in a thread of Node's own while this one does something else. */
export async function openGazetteerBeside(packed: Uint8Array): Promise<Gazetteer | null> {
  const file = await promisify(gunzip)(packed).catch(() => null)
  return file && gazetteerOf(file)
}
