// This program's way of reconciling -> a name for it that changes whenever its code does.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../reconciling/', import.meta.url)

export function reconcilerVersion(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[jt]s$/.test(name) && !/\.(?:d|test)\.[jt]s$/.test(name)) hash.update(readFileSync(new URL(name, FOLDER)))
  return hash.digest('hex').slice(0, 16)
}
