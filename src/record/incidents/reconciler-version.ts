// The code of reconciling -> a name for this version of it; any change of the code changes the name.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../reconciling/', import.meta.url)

let version: string | null = null

export function reconcilerVersion(): string {
  version ??= hashOfCode()
  return version
}

function hashOfCode(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[jt]s$/.test(name) && !/\.(?:d|test)\.[jt]s$/.test(name)) hash.update(readFileSync(new URL(name, FOLDER)))
  return hash.digest('hex').slice(0, 16)
}
