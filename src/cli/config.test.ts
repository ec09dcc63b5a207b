import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../testing/hearsay.ts'
import { optionsNamed, SETTINGS } from './config.ts'
import { makeProgram } from './program.ts'

const PAGE = fileURLToPath(new URL('../../docs/config.md', import.meta.url))

/** If more commands than this have an option, they are not listed. */
const MANY = 6

/** Runs a command on one line of input, with a file of settings in the folder. */
async function runWith(config: unknown, args: readonly string[], file = 'hearsay.config.json') {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, file), typeof config === 'string' ? config : JSON.stringify(config))
  const { code, stdout, stderr } = await runHearsay(args, { cwd, stdin: 'Ida Lund said it rained.' })
  return { code, stdout, stderr, kept: (name: string) => existsSync(join(cwd, name)) }
}

test('settings give values to options that are not on the command line, and only to those', async () => {
  const config = { record: 'case.db', workers: 1, 'max-size': '1MB', format: 'ndjson', port: 0 }
  const own = await runWith(config, ['read', '-'])
  expect([own.code, own.kept('case.db'), own.kept('hearsay.db')]).toEqual([0, true, false])
  expect(JSON.parse(own.stdout).schema).toBe('hearsay/reading/1')
  const typed = await runWith(config, ['read', '-', '--record', 'typed.db', '--format', 'csv'])
  expect([typed.kept('case.db'), typed.kept('typed.db')]).toEqual([false, true])
  expect(typed.stdout).not.toContain('{')
  const none = await runWith(config, ['read', '-', '--no-record'])
  expect([none.code, none.kept('case.db')]).toEqual([0, false])
  const off = await runWith(config, ['--no-config', 'read', '-', '--workers', '1'])
  expect([off.code, off.kept('case.db'), off.kept('hearsay.db')]).toEqual([0, false, true])
  const named = await runWith({ record: 'other.db' }, ['read', '-', '--config', 'mine.json'], 'mine.json')
  expect([named.code, named.kept('other.db')]).toEqual([0, true])
  const small = await runWith({ 'max-size': '10B' }, ['read', '-', '--no-record'])
  expect([small.code, small.stderr]).toEqual([1, expect.stringContaining('over the limit of')])
}, 180_000)

test('a command that does not accept a value uses its own default', async () => {
  const { code, stderr } = await runWith({ format: 'csv', open: false }, ['incident', 'i-1'])
  expect([code, stderr]).toEqual([3, expect.stringContaining('hearsay.db')]) // the format did not matter
})

test('one sentence says what is wrong, before anything is done', async () => {
  const table: [config: unknown, expected: string][] = [
    [{ recrod: 'x.db' }, `hearsay.config.json: there is no setting "recrod"; the settings are ${SETTINGS.join(', ')}`],
    [{ source: 'Lund' }, 'there is no setting "source"'],
    [{ format: 'xml' }, 'format cannot be "xml": Allowed choices are table, csv, ndjson'],
    [{ port: 'eighty' }, 'port cannot be "eighty": Write a whole number from 0 to 65535.'],
    [
      '{"limit":55555555555555555555}',
      'limit cannot be 55555555555555560000: Write a whole number of at most 15 digits, 0 for all.',
    ],
    [{ workers: 0 }, 'workers cannot be 0: '],
    [{ workers: [2] }, 'workers cannot be [2]: Write a string or a number.'],
    [{ open: 'no' }, 'open cannot be "no": Write true or false.'],
    [{ record: true }, 'record cannot be true: Write a string or a number.'],
    [{ host: '0.0.0.0' }, 'host is read only from a file that you name: write --config hearsay.config.json'],
    [[], 'it must contain one JSON object'],
    ['{ record', 'it cannot be read ('],
  ]
  for (const [config, expected] of table) {
    const { code, stderr, stdout, kept } = await runWith(config, ['read', '-'])
    expect([code, stdout, kept('hearsay.db')], expected).toEqual([2, '', false])
    expect(stderr).toContain(expected)
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1)
  }
  const { code, stderr } = await runWith({}, ['--config', 'nowhere.json', 'read', '-'])
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^hearsay: nowhere\.json: it cannot be read \(ENOENT/)])
}, 180_000)

test('docs/config.md has every setting, and each is an option of some command', async () => {
  const program = await makeProgram()
  const rows = SETTINGS.map((name) => {
    const options = optionsNamed(program, name)
    expect(options.length, name).toBeGreaterThan(0)
    const users = program.commands.filter((command) => optionsNamed(command, name).length > 0)
    const choices = [...new Set(options.flatMap(({ argChoices }) => argChoices ?? []))]
    const takes = options[0].required
      ? choices.join(', ') || options[0].flags.replace(/^--\S+ <(.+)>$/, '$1')
      : 'true, false'
    const what = `${options[0].negate ? 'false: ' : ''}${options[0].description.replace(/ \(default.*\)$/, '')}`
    return `| \`${name}\` | ${takes} | ${what} | ${users.length > MANY ? 'most commands' : users.map((command) => command.name()).join(', ')} |`
  })
  const page = readFileSync(PAGE, 'utf8')
  const table = `| Setting | Takes | | Of |\n|---|---|---|---|\n${rows.join('\n')}\n`
  const written = page.replace(/\| Setting [\s\S]*?\n(?=\n|$)/, () => table)
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, written)
  expect(readFileSync(PAGE, 'utf8'), 'npm run reference writes it again').toContain(table)
})
