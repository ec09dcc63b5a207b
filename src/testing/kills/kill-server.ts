// A server is killed while two people decide: every decision that it accepted is in the log once, none twice.

import { once } from 'node:events'
import { dumpRecord } from '../dump-record.ts'
import { finish, startHearsay } from '../hearsay.ts'
import { faultsOf, freshRecord, type Outcome } from './kill-once.ts'

/** @param after milliseconds from the first decision to the kill */
export async function killServer(folder: string, incident: string, after: number): Promise<Outcome> {
  const path = freshRecord(folder)
  const server = startHearsay(['serve', '--port', '0', '--record', 'r.db'], { cwd: folder })
  const ended = finish(server)
  const url = await addressOf(server)
  const accepted: string[] = []
  const decide = async (who: string): Promise<void> => {
    for (let number = 0; ; number++) {
      const text = `${who} ${number}.`
      const body = JSON.stringify({ who, kind: 'note', on: 'incident', id: incident, text })
      const headers = { 'content-type': 'application/json' }
      const { status } = await fetch(`${url}api/review/decisions`, { method: 'POST', body, headers })
      if (status !== 200) throw new Error(`the server answered ${status}`)
      accepted.push(text)
    }
  }
  const deciding = Promise.allSettled([decide('Ada'), decide('Bo')])
  await new Promise((resolve) => setTimeout(resolve, after))
  server.kill('SIGKILL')
  const refusals = (await deciding).flatMap((one) =>
    one.status === 'rejected' && /answered/.test(String(one.reason)) ? [String(one.reason)] : [],
  )
  const { code } = await ended

  const log = dumpRecord(path).log.map((row) => JSON.stringify(row))
  const faults = [...refusals, ...faultsOf(path, 'after the kill')]
  for (const text of accepted) {
    const times = log.filter((row) => row.includes(text)).length
    if (times !== 1) faults.push(`the accepted note "${text}" is there ${times} times`)
  }
  return { killed: code === null, faults }
}

async function addressOf(server: ReturnType<typeof startHearsay>): Promise<string> {
  let printed = ''
  for (;;) {
    const address = /http:\/\/\S+/.exec(printed)?.[0]
    if (address) return address
    const [chunk] = await Promise.race([once(server.stderr, 'data'), once(server.stdout, 'data')])
    printed += chunk
  }
}
