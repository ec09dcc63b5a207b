// Kills spread over everything that writes, each at a random moment: what was wrong, each with its command and moment.

import { randomFrom } from '../invented-news.ts'
import { killOnce, type Outcome, undisturbed } from './kill-once.ts'
import { killServer } from './kill-server.ts'
import { prepareVictims } from './victims.ts'

const SERVED_MS = 300

export async function killMany(
  folder: string,
  kills: number,
  seed: number,
): Promise<{ killed: number; faults: string[] }> {
  const victims = await prepareVictims(folder)
  const targets: { name: string; kill: (share: number) => Promise<Outcome> }[] = []
  for (const victim of victims) {
    const ms = await undisturbed(folder, victim)
    targets.push({ name: victim.name, kill: (share) => killOnce(folder, victim, share * ms) })
  }
  const incident = victims.find(({ name }) => name === 'label')?.args[1] ?? ''
  targets.push({ name: 'serve', kill: (share) => killServer(folder, incident, share * SERVED_MS) })

  const random = randomFrom(seed)
  const faults: string[] = []
  let killed = 0
  for (let kill = 0; kill < kills; kill++) {
    const target = targets[kill % targets.length]
    // The first part of a run only loads the program: most kills fall into the rest.
    const share = Math.sqrt(random())
    const outcome = await target.kill(share)
    if (outcome.killed) killed++
    faults.push(...outcome.faults.map((fault) => `${target.name}, killed at ${share.toFixed(3)}: ${fault}`))
  }
  return { killed, faults }
}
