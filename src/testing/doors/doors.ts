// All doors that are not files, and how often each is tried: the cheap ones more often.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom } from '../invented-news.ts'
import { damagedArchive, forgedArchive } from './archive-doors.ts'
import { type Attempt, type Door, faultOf } from './door.ts'
import { gazetteerDump, ownGazetteer } from './gazetteer-doors.ts'
import { readLines, reconcileLines } from './line-doors.ts'
import { server } from './server-door.ts'
import { columns, settings } from './settings-doors.ts'
import { watched } from './watch-door.ts'

const DOORS: readonly [door: Door, share: number][] = [
  [columns, 20],
  [settings, 8],
  [server, 44],
  [reconcileLines, 10],
  [readLines, 3],
  [damagedArchive, 4],
  [forgedArchive, 4],
  [gazetteerDump, 3],
  [ownGazetteer, 2],
  [watched, 2],
]
const TURNS = DOORS.flatMap(([door, share]) => Array<Door>(share).fill(door))

/** The numbers go round the doors, so that any run of a hundred tries them all. */
export const doorOf = (number: number): Door => TURNS[(number * 37) % TURNS.length]

export const DOOR_NAMES: readonly string[] = DOORS.map(([{ name }]) => name)

export interface Tries {
  try(number: number): Promise<Attempt>
  close(): void
}

/** What is tried follows from seed and number alone; each door is opened when it is first tried. */
export function openDoors(seed: number): Tries {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-doors-'))
  const opened = new Map<Door, ReturnType<Door['open']>>()
  return {
    async try(number) {
      const door = doorOf(number)
      try {
        const attempt = opened.get(door) ?? door.open(mkdtempSync(join(folder, 'door-')))
        opened.set(door, attempt)
        return await (await attempt)(randomFrom(seed * 1_000_003 + number))
      } catch (error) {
        return { taken: false, faults: [`thrown: ${faultOf(error)}`] }
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
