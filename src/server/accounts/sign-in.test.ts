import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeRecord, openRecord } from '../../record/open.ts'
import { fitsPassword, hashPassword } from '../../record/people/password.ts'
import { addPerson } from '../../record/people/people.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { browserCookie, knownBrowser } from './known-browser.ts'
import { makeSignIn } from './sign-in.ts'
import { startThrottle } from './throttle.ts'

const NOON = Date.parse('2024-05-01T12:00:00.000Z')
const PASSWORD = 'seven ripe medlars'

async function recordWithAda() {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  const password = await hashPassword(PASSWORD)
  addPerson(record, 'Ada', { role: 'owner', password, addedAt: new Date(NOON).toISOString() })
  return record
}

const typed = (name: string, password: string, address = '192.0.2.1') => ({
  ...{ name, password, address, browser: undefined, now: NOON },
})

test('a name that nobody has takes the same work as a wrong password: one hash of the same cost', async () => {
  const record = await recordWithAda()
  const costs: string[] = []
  const signIn = makeSignIn(record, startThrottle(), async (password, kept) => {
    costs.push(kept.replace(/\$[\w-]+\$[\w-]+$/, ''))
    return fitsPassword(password, kept)
  })
  expect(await signIn(typed('Ada', 'not this one at all'))).toEqual({ refused: 'wrong' })
  expect(await signIn(typed('Eve', 'not this one at all'))).toEqual({ refused: 'wrong' })
  expect(await signIn(typed('Eve', PASSWORD)), 'somebody else’s').toEqual({ refused: 'wrong' })
  expect(await signIn(typed('ada', PASSWORD))).toMatchObject({ account: { name: 'Ada' } })
  expect(costs).toEqual(Array(4).fill('$scrypt$ln=15,r=8,p=3'))
  closeRecord(record)
}, 60_000)

test('the times of both overlap', async () => {
  const record = await recordWithAda()
  const times: Record<string, number[]> = { Ada: [], Eve: [] }
  for (let round = 0; round < 6; round++)
    for (const name of round % 2 === 0 ? ['Ada', 'Eve'] : ['Eve', 'Ada']) {
      const signIn = makeSignIn(record, startThrottle())
      const started = performance.now()
      await signIn(typed(name, 'not this one at all'))
      times[name].push(performance.now() - started)
    }
  const median = (name: string) => times[name].sort((a, b) => a - b)[3]
  // Without the hash for nobody, one is a thousandth of the other.
  expect(median('Eve') / median('Ada')).toBeGreaterThan(0.5)
  expect(median('Eve') / median('Ada')).toBeLessThan(2)
  closeRecord(record)
}, 120_000)

test('a few passwords are hashed at a time, whoever asks; beyond a crowd others are asked to come back', async () => {
  const record = await recordWithAda()
  let now = 0
  let most = 0
  const signIn = makeSignIn(record, startThrottle(), async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now--
    return false
  })
  const all = Array.from({ length: 500 }, (_, at) => signIn(typed(`n${at}`, 'x', `10.0.${at % 250}.${at % 9}`)))
  const outcomes = await Promise.all(all)
  expect(most).toBe(2)
  const refused = outcomes.map((outcome) => ('refused' in outcome ? outcome.refused : ''))
  expect(refused.filter((why) => why === 'wrong')).toHaveLength(102)
  expect(refused.filter((why) => why === 'wait')).toHaveLength(398)
  expect(await signIn(typed('later', 'x', '10.9.9.9'))).toEqual({ refused: 'wrong' })
  closeRecord(record)
})

test('a browser is known by a cookie that nobody can make, for one person and one password', () => {
  const ada = { key: 'ada', password: 'hash' }
  const cookie = browserCookie(ada)
  expect(knownBrowser(ada, cookie)).toBe(cookie.slice(0, 22))
  const [browser, proof] = cookie.split('.')
  const others: (string | undefined)[] = [
    undefined,
    '',
    browser,
    `${browser}.`,
    `.${proof}`,
    `${'A'.repeat(22)}.${proof}`,
  ]
  for (const other of others) expect(knownBrowser(ada, other), other).toBe(null)
  expect(knownBrowser({ ...ada, key: 'bo' }, cookie)).toBe(null)
  expect(knownBrowser({ ...ada, password: 'another' }, cookie)).toBe(null)
  expect(browserCookie(ada)).not.toBe(cookie)
})
