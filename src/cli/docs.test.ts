// The documentation cannot go stale: the reference page is generated from the help, and the README's commands are run.

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../testing/hearsay.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = join(ROOT, 'docs/commands.md')
const env = { COLUMNS: '100' }

async function referencePage(): Promise<string> {
  const help = async (...args: string[]) => (await runHearsay([...args, '--help'], { cwd: ROOT, env })).stdout
  const whole = await help()
  const list = /^Commands:\n([\s\S]*?)\n\n/m.exec(whole)?.[1] ?? '' // exit codes stand in columns too
  const names = [...list.matchAll(/^ {2}(\w+)(?: \[options\])?(?: [[<].*?[\]>])? {2,}/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help')
  const parts = await Promise.all(
    names.map(async (name) => `## hearsay ${name}\n\n\`\`\`\n${(await help(name)).trim()}\n\`\`\`\n`),
  )
  expect(parts.length).toBeGreaterThan(6)
  return `# Commands\n\nThe output of \`hearsay --help\` and \`hearsay help COMMAND\`, on one page.\n\n\`\`\`\n${whole.trim()}\n\`\`\`\n\n${parts.join('\n')}`
}

test('docs/commands.md is what the help says', async () => {
  const page = await referencePage()
  if (!existsSync(PAGE) || process.env.UPDATE_DOCS) writeFileSync(PAGE, page)
  expect(readFileSync(PAGE, 'utf8'), 'npm run reference writes it again').toBe(page)
}, 180_000)

test("the README's commands do what they say", async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const block = /```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const commands = block
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').split(' '))
  expect(commands.length).toBeGreaterThan(5)
  const cwd = scratchFolder()
  cpSync(join(ROOT, 'examples'), join(cwd, 'examples'), { recursive: true })
  for (const [npx, hearsay, ...args] of commands) {
    expect([npx, hearsay]).toEqual(['npx', 'hearsay'])
    const { code, stdout, stderr } = await runHearsay(args, { cwd })
    expect(code, `${args.join(' ')}\n${stderr}`).toBe(0)
    expect(stdout + stderr).not.toBe('')
  }
  expect(readFileSync(join(cwd, 'statements.csv'), 'utf8')).toContain('Hasolli')
}, 180_000)

test('what the README shows is what the program prints', async () => {
  const path = join(ROOT, 'README.md')
  const readme = readFileSync(path, 'utf8')
  const cwd = scratchFolder()
  cpSync(join(ROOT, 'examples'), join(cwd, 'examples'), { recursive: true })
  expect((await runHearsay(['read', 'examples'], { cwd })).code).toBe(0)
  let printed = readme
  const shown = [...readme.matchAll(/```\n\$ npx hearsay (.+)\n[\s\S]*?```/g)]
  expect(shown.length).toBeGreaterThan(1)
  for (const [block, args] of shown) {
    const { stdout } = await runHearsay(args.split(' '), { cwd, env })
    printed = printed.replace(block, () => `\`\`\`\n$ npx hearsay ${args}\n\n${stdout.trimEnd()}\n\`\`\``)
  }
  if (process.env.UPDATE_DOCS) writeFileSync(path, printed)
  expect(readFileSync(path, 'utf8'), 'npm run reference writes it again').toBe(printed)
}, 180_000)
