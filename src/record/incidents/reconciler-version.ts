// The code of reconciling and of what lists show of an incident -> a name for this version of it; any change of the code changes the name.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../reconciling/', import.meta.url)

/** They make the columns by which incidents are found. */
const SHOWN = ['row', 'listed', 'title', 'gist', 'toll-claims']

let version: string | null = null

export function reconcilerVersion(): string {
  version ??= hashOfCode()
  return version
}

function hashOfCode(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[jt]s$/.test(name) && !/\.(?:d|test)\.[jt]s$/.test(name)) hash.update(readFileSync(new URL(name, FOLDER)))
  const extension = import.meta.url.slice(-2)
  for (const name of SHOWN) hash.update(readFileSync(new URL(`${name}.${extension}`, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}
