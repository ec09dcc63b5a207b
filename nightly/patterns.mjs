// Every regular expression of the program -> those that recheck proves slow on some text, apart from those in patterns.json, which says
// of each where it stands. Exit code 1 if there is a new one. recheck (57 MB) is fetched into a temporary folder.
// node nightly/patterns.mjs

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url))
const RECHECK = 'recheck@4.5.0'
const TIMEOUT_MS = 20_000

const known = new Set(
  JSON.parse(readFileSync(new URL('patterns.json', import.meta.url), 'utf8')).map(
    ({ file, source }) => `${file} ${source}`,
  ),
)
const folder = mkdtempSync(join(tmpdir(), 'hearsay-recheck-'))
let [fresh, unknown] = [0, 0]
try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', RECHECK], { stdio: 'ignore' })
  const { check } = createRequire(join(folder, 'here.js'))('recheck')
  const patterns = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'))
    .flatMap(patternsIn)
  for (const { file, line, source, flags } of patterns) {
    const { status, complexity, attack } = await check(source, flags, { timeout: TIMEOUT_MS })
    if (status === 'unknown') unknown++
    if (status !== 'vulnerable' || known.has(`${file} ${source}`)) continue
    fresh++
    console.log(`src/${file}:${line} ${complexity.summary}\n  /${source}/${flags}\n  ${attack.pattern}`)
  }
  console.log(
    `${patterns.length} patterns, ${known.size} known to be slow on some text, ${fresh} more, ${unknown} too long to tell of`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
process.exitCode = fresh > 0 ? 1 : 0

function patternsIn(file) {
  const tree = ts.createSourceFile(file, readFileSync(join(SOURCES, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const found = []
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)
      found.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, source, flags })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
