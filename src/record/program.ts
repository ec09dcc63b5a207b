// The name under which the program does what nobody decides: "hearsay 0.1.0".

import { readFileSync } from 'node:fs'

export const PROGRAM = `hearsay ${JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version}`
