// Kills spread over everything that writes, each at a random moment: what was wrong, each with its command and moment.

import { randomFrom } from '../invented-news.ts'
import { killOnce, type Outcome, undisturbed } from './kill-once.ts'
import { killServer } from './kill-server.ts'
import { prepareVictims } from './victims.ts'

const SERVED_MS = 300

interface Kills {
  /** How many were tried. */
  runs: number
  /** Of these, how many were killed before their end. */
  killed: number
  faults: string[]
}

/** @param goesOn is asked after each run, with what there is until then */
export async function killMany(
  folder: string,
  kills: number,
  seed: number,
  goesOn: (soFar: Kills) => boolean = () => true,
): Promise<Kills> {
  const victims = await prepareVictims(folder)
  const targets: { name: string; kill: (share: number) => Promise<Outcome> }[] = []
  for (const victim of victims) {
    const ms = await undisturbed(folder, victim)
    targets.push({ name: victim.name, kill: (share) => killOnce(folder, victim, share * ms) })
  }
  const incident = victims.find(({ name }) => name === 'label')?.args[1] ?? ''
  targets.push({ name: 'serve', kill: (share) => killServer(folder, incident, share * SERVED_MS) })

  const random = randomFrom(seed)
  const done: Kills = { runs: 0, killed: 0, faults: [] }
  while (done.runs < kills) {
    const target = targets[done.runs % targets.length]
    // The first part of a run only loads the program: most kills fall into the rest.
    const share = Math.sqrt(random())
    const outcome = await target.kill(share)
    done.runs++
    if (outcome.killed) done.killed++
    done.faults.push(...outcome.faults.map((fault) => `${target.name}, killed at ${share.toFixed(3)}: ${fault}`))
    if (!goesOn(done)) break
  }
  return done
}
