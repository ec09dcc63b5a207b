// The program's version, the oldest Node.js that it runs on, and the name under which it acts where no person decides: "hearsay 0.2.0".

import { readFileSync } from 'node:fs'

const description: { version: string; engines: { node: string } } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

export const VERSION = description.version

/** "20.19" */
export const OLDEST_NODE = description.engines.node.replace(/^>=/, '')

export const PROGRAM = `hearsay ${VERSION}`
