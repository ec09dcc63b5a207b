// A file of cases -> its rows: one case a line, fields apart by tabs, what stands behind `#` at a line's start left out.

import { readFileSync } from 'node:fs'

export const readCaseTable = (file: URL): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
