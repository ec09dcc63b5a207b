// A path -> a draft beside it that takes its place once it is whole: whoever is killed, or runs out of disk, leaves the file as it was.

import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

export interface Draft {
  /** Where to write: "out.csv.4711.part". For what is no file (a pipe, /dev/stdout) the path itself. */
  readonly path: string
  /** Nobody may read it who may not read the file. */
  readonly mode: number
  /** The draft, which lies on the disk by now, becomes the file. */
  put(): void
  drop(): void
}

export function draftOf(path: string): Draft {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before && !before.isFile()) return { path, mode: NEW_FILE, put() {}, drop() {} }
  const target = before ? realpathSync(path) : path // a link stays a link
  const draft = `${target}.${process.pid}.part`
  return {
    path: draft,
    mode: before ? before.mode & 0o777 : NEW_FILE,
    put() {
      if (before) chmodSync(draft, before.mode & 0o7777)
      renameSync(draft, target)
      syncFolder(dirname(target))
    },
    drop: () => rmSync(draft, { force: true }),
  }
}

const NEW_FILE = 0o666

/** What is short enough to be held in memory. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = draftOf(path)
  try {
    writeFileSync(draft.path, content, { mode: draft.mode, flush: draft.path !== path })
    draft.put()
  } catch (error) {
    draft.drop()
    throw error
  }
}

/** So that not even a power failure brings back what was renamed or removed. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // folders cannot be opened there
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
