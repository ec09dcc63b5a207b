// A record's file -> its seal: a small file beside it that says what it is to the byte, there while nobody changes the record.
//
// Whoever changes the record breaks the seal first, and makes it anew when the record is closed. A run that is killed leaves none;
// then only `hearsay verify` makes one, once it has found that all else holds. While a -wal file holds what has not reached the
// record's file yet, a seal counts for nothing.

import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { replaceFile, syncFolder } from '../../replace-file.ts'
import type { OpenRecord } from '../open-record.ts'

/** Links followed, as SQLite does for what it keeps beside the file. */
const beside = (path: string, end: string): string => `${existsSync(path) ? realpathSync(path) : path}${end}`

const sealPath = (path: string): string => beside(path, '.seal')

/** Within the transaction, before what it changes: whoever is killed from here on leaves no seal. */
export function breakSeal({ path, seal }: OpenRecord): void {
  if (removeSeal(path)) seal.owed = true
}

/** True where there was one. */
export function removeSeal(path: string): boolean {
  const seal = sealPath(path)
  if (!existsSync(seal)) return false
  rmSync(seal)
  syncFolder(dirname(seal))
  return true
}

/** How many bytes lie beside the file that have not reached it. */
export const pending = (path: string): number => statSync(beside(path, '-wal'), { throwIfNoEntry: false })?.size ?? 0

export interface Seal {
  text: string
  /** What it should say of the file. */
  file: string
}

/** Null where there is none, where a run that began meanwhile has broken it, or where some of the record lies beside its file. */
export function readSeal(path: string): Seal | null {
  const text = textOf(path)
  if (text === null || pending(path) > 0) return null
  const seal = { text, file: fileLines(path) }
  return isThere(path, seal) ? seal : null
}

export const isThere = (path: string, { text }: Seal): boolean => textOf(path) === text && pending(path) === 0

/** Whether the file is what it was. */
export const fitsFile = ({ text, file }: Seal): boolean => text.endsWith(file)

/** Whether it is the seal of this file with a log that ends so, to the letter. */
export const fitsLog = ({ text, file }: Seal, head: Head): boolean => text === logLines(head) + file

function textOf(path: string): string | null {
  try {
    return readFileSync(sealPath(path), 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The last entry of the log. */
type Head = { readonly number: number; readonly hash: string }

export const sealText = (head: Head, path: string): string => logLines(head) + fileLines(path)

const logLines = ({ number, hash }: Head): string => `hearsay seal 1\nentries ${number}\nhead ${hash}\n`

/** Reads the whole file: about a second for a gigabyte. */
function fileLines(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(1 << 20)
  const file = openSync(path, 'r')
  let size = 0
  try {
    for (let length = 1; length > 0; size += length) {
      length = readSync(file, chunk, 0, chunk.length, null)
      hash.update(chunk.subarray(0, length))
    }
  } finally {
    closeSync(file)
  }
  return `size ${size}\nsha256 ${hash.digest('hex')}\n`
}

/** Whole or not at all. */
export const writeSeal = (path: string, text: string): void => replaceFile(sealPath(path), text)
