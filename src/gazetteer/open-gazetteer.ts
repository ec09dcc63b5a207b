// The compressed index file -> look-ups.

import { gunzipSync } from 'node:zlib'
import { type Gazetteer, gazetteerOf } from './gazetteer.ts'

/** @returns null where the bytes are no index */
export function openGazetteer(packed: Uint8Array): Gazetteer | null {
  const file = unpacked(packed)
  return file && gazetteerOf(file)
}

/** Null where it was cut off or damaged. */
function unpacked(packed: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(packed)
  } catch {
    return null
  }
}
