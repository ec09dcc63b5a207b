// A record that lies where nothing may be written -> a copy of it elsewhere, which SQLite can open: beside a record it keeps files of its own.

import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EXIT, UserError } from '../user-error.ts'

export interface CopyAside {
  path: string
  remove(): void
}

/** So often it is copied again, because somebody else wrote meanwhile. */
const MAX_TRIES = 5

export function copyAside(path: string): CopyAside {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-copy-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const copy = join(folder, 'copy.db')
  try {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const before = stateOf(path)
      for (const end of ENDS) {
        rmSync(copy + end, { force: true })
        if (!existsSync(path + end)) continue
        copyFileSync(path + end, copy + end, constants.COPYFILE_FICLONE)
        chmodSync(copy + end, 0o600) // it brings the mode of the original along
      }
      if (stateOf(path) === before) return { path: copy, remove }
    }
    throw new UserError(`the record ${path} is being written to; try again when that has finished`, EXIT.record)
  } catch (error) {
    remove()
    if (error instanceof UserError || !(error instanceof Error)) throw error
    throw new UserError(
      `the record ${path} lies where nothing may be written, and no copy of it can be made in ${tmpdir()}: ${error.message}`,
      EXIT.record,
    )
  }
}

/** The record's file, and what has not reached it yet. */
const ENDS = ['', '-wal']

const stateOf = (path: string): string =>
  ENDS.map((end) => {
    const stats = statSync(path + end, { throwIfNoEntry: false })
    return stats ? `${stats.size} ${stats.mtimeMs}` : ''
  }).join(', ')

/** Whether both the file and its folder may be written. */
export function isWritable(path: string): boolean {
  try {
    for (const place of [path, dirname(realpathSync(path))]) accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}
