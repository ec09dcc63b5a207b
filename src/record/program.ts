// The program's version, and the name under which it acts where no person decides: "hearsay 0.1.0".

import { readFileSync } from 'node:fs'

export const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

export const PROGRAM = `hearsay ${VERSION}`
