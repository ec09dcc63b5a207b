// docs/library.md cannot go stale: its examples are compiled and run against the built package, and it speaks of every export.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scratchFolder } from './testing/hearsay.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PAGE = join(ROOT, 'docs/library.md')
const page = readFileSync(PAGE, 'utf8')

/** A folder in which the package is installed. */
function userFolder(): string {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true })
  symlinkSync(ROOT, join(folder, 'node_modules/hearsay'))
  symlinkSync(join(ROOT, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return folder
}

const runNode = (args: readonly string[], cwd: string) => spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })

test('the examples compile, and print what the page says', () => {
  const folder = userFolder()
  const examples = [...page.matchAll(/```ts\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)]
  expect(examples.length).toBeGreaterThan(3)
  for (const [at, [, code]] of examples.entries()) writeFileSync(join(folder, `example${at}.ts`), code)
  const options = {
    module: 'NodeNext',
    target: 'ES2022',
    strict: true,
    types: ['node'],
    skipLibCheck: true,
    outDir: 'compiled',
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }))
  const compiled = runNode([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
  expect(compiled.stdout).toBe('')
  let told = page
  for (const [at, [, code, expected]] of examples.entries()) {
    const { stdout, stderr } = runNode([`compiled/example${at}.js`], folder)
    expect(stderr, code).toBe('')
    if (process.env.UPDATE_DOCS && expected !== undefined)
      told = told.replace(`${code}\`\`\`\n\n\`\`\`text\n${expected}`, () => `${code}\`\`\`\n\n\`\`\`text\n${stdout}`)
    else expect(stdout, code).toBe(expected ?? '')
  }
  if (told !== page) writeFileSync(PAGE, told)
}, 180_000)

test('every export is explained', async () => {
  const library = await import('./index.ts')
  for (const name of Object.keys(library)) expect(page, name).toMatch(new RegExp(`^\\| \`${name}\\b`, 'm'))
  const browser = await import('./browser.ts')
  for (const name of Object.keys(browser)) expect(page, name).toContain(`\`${name}`)
})

test('importing it does nothing but define it', () => {
  const folder = userFolder()
  const program = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const read = []
    for (const name of ['readFileSync', 'openSync', 'writeFileSync', 'readFile', 'open']) {
      const own = fs[name]
      fs[name] = (path, ...rest) => {
        if (!/\\.(?:[cm]?js|json|node)$|node_modules\\//.test(String(path))) read.push(String(path))
        return own(path, ...rest)
      }
    }
    syncBuiltinESMExports()
    const before = Object.keys(globalThis).length
    const environment = JSON.stringify(process.env)
    const library = await import('hearsay')
    const handles = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|Worker|MessagePort|TCP/.test(name))
    const same = environment === JSON.stringify(process.env)
    fs.writeSync(2, JSON.stringify({ read, handles, globals: Object.keys(globalThis).length - before, same, exports: Object.keys(library).length }))
  `
  writeFileSync(join(folder, 'import.js'), program)
  const { stdout, stderr, status } = runNode(['import.js'], folder)
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  expect(JSON.parse(stderr)).toEqual({ read: [], handles: [], globals: 0, same: true, exports: 8 })
})
