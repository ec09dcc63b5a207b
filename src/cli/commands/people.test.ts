import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeRecord, openRecord } from '../../record/open.ts'
import { fitsPassword } from '../../record/people/password.ts'
import { accountCalled } from '../../record/people/people.ts'
import { MAIN, runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const PASSWORD = 'seven ripe medlars'

function peopleIn(cwd: string) {
  return async (line: string, stdin = '') => {
    const { code, stdout, stderr } = await runHearsay(['people', ...line.split(' ')], { cwd, stdin })
    return { code, stdout, stderr }
  }
}

test('people are added, listed, changed and removed; the first is an owner', async () => {
  const cwd = scratchFolder()
  const run = peopleIn(cwd)
  expect(await run('add Ada Quist', `${PASSWORD}\n`)).toEqual({
    code: 0,
    stdout: '',
    stderr: 'hearsay: Ada Quist may sign in to hearsay.db as an owner\n',
  })
  expect((await run('add Bo Lindqvist', PASSWORD)).stderr).toContain('as a reviewer')
  expect((await run('add Cy --role reader', `${PASSWORD}\r\nanother line\n`)).stderr).toContain('as a reader')
  const { stdout } = await run('list')
  expect(stdout).toMatch(/Ada Quist\s+owner\s+\d{4}-\d\d-\d\d\s+Bo Lindqvist\s+reviewer\s.*\s+Cy\s+reader\s/)
  expect((await runHearsay(['people'], { cwd })).stdout, 'listing is what it does by itself').toBe(stdout)
  const given = await run('secret Ada Quist')
  expect([given.code, given.stdout]).toEqual([0, expect.stringMatching(/^hearsay_[\w-]{43}\n$/)])
  expect(given.stderr).toContain('reads all of hearsay.db over HTTP as Ada Quist; it is shown only now')
  expect((await run('list')).stdout).toMatch(/Ada Quist\s+owner\s+(\d{4}-\d\d-\d\d)\s+\1\s/)
  expect((await run('secret Ada Quist --end')).stderr).toContain('the assistant of Ada Quist can no longer read')
  expect((await run('secret Ada Quist --end')).stderr).toContain('Ada Quist has no assistant')
  expect((await run('secret Eve')).stderr).toContain('nobody is called eve')
  expect((await run('role reader bo lindqvist')).stderr).toBe('hearsay: Bo Lindqvist is now a reader\n')
  expect((await run('password CY', 'eight ripe medlars')).stderr).toContain('Cy has another password')
  expect((await run('remove Bo Lindqvist')).stderr).toBe('hearsay: Bo Lindqvist can no longer sign in\n')
  const record = openRecord(join(cwd, 'hearsay.db'), 'read')
  expect(await fitsPassword('eight ripe medlars', accountCalled(record, 'Cy')?.password ?? '')).toBe(true)
  closeRecord(record)
  const verified = await runHearsay(['verify'], { cwd })
  expect([verified.code, verified.stdout + verified.stderr]).toEqual([0, expect.stringContaining('byte for byte')])
}, 120_000)

test('what cannot be done is told in one sentence', async () => {
  const cwd = scratchFolder()
  const run = peopleIn(cwd)
  expect((await run('list')).stderr).toContain('there is no record at hearsay.db')
  expect((await run('add Ada --role reader', PASSWORD)).stderr).toBe('hearsay: the first person must be an owner\n')
  await run('add Ada', PASSWORD)
  const table: [line: string, stdin: string, said: string][] = [
    ['add ADA', PASSWORD, 'there is already somebody called ADA'],
    ['add Bo', 'too short', 'the password is too short: write at least 12 characters'],
    ['add Bo', '', 'no password came on standard input; nothing was changed'],
    ['add bodil mortensen', 'Bodil Mortensen', 'the password is the name; choose another'],
    ['add Bo --role boss', PASSWORD, "option '--role <role>' argument 'boss' is invalid"],
    ['add Bo --password x', PASSWORD, "unknown option '--password'"],
    ['remove Bo', '', 'nobody is called bo; hearsay people list names all'],
    ['role reader Ada', '', 'Ada is the only owner; give somebody else the role of owner first'],
  ]
  for (const [line, stdin, said] of table) {
    const { code, stdout, stderr } = await run(line, stdin)
    expect([code, stdout], line).toEqual([2, ''])
    expect(stderr, line).toContain(said)
  }
  expect((await run('remove Ada')).stderr).toContain(
    'nobody is left, so on this machine the pages open without signing in',
  )
}, 120_000)

/** In a terminal of its own, which util-linux's script makes. */
function typeInTerminal(cwd: string, lines: readonly string[]): Promise<{ code: number | null; shown: string }> {
  const command = `'${process.execPath}' '${MAIN}' people add Ada`
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd })
  let shown = ''
  let typed = 0
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    shown += chunk
    // Each line is typed once its question is there.
    while (typed < lines.length && (shown.match(/(?:Password for Ada|Once more): /g)?.length ?? 0) > typed)
      child.stdin.write(lines[typed++])
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, shown }))
  })
}

test('on a terminal a password is typed twice, and never shown', async () => {
  const cwd = scratchFolder()
  const twice = await typeInTerminal(cwd, [`${PASSWORD}\r`, `${PASSWORD}\r`])
  expect(twice.shown).toMatch(/Password for Ada: \r?\n(?:\x1b\S*)*Once more: \r?\n[\s\S]*Ada may sign in/)
  expect(twice.shown).not.toContain('medlars')
  expect(twice.code).toBe(0)
  const other = await typeInTerminal(scratchFolder(), [`${PASSWORD}\r`, 'another of the kind\r'])
  expect([other.code, other.shown]).toEqual([2, expect.stringContaining('the two passwords are not the same')])
  const stopped = await typeInTerminal(scratchFolder(), ['half a pass\x03'])
  expect([stopped.code, stopped.shown]).toEqual([130, expect.stringContaining('stopped; nothing was changed')])
}, 120_000)
