// What every door has in common: something is tried at it, and what comes of that is taken or refused, and never breaks the program.

import { OF_A_PROGRAM } from '../try-intake.ts'

export type Random = () => number

export interface Attempt {
  /** Whether the program did what it was asked to do, at least in part. */
  taken: boolean
  /** What no input may bring about. */
  faults: string[]
}

export interface Door {
  name: string
  /** @param folder an empty one, to work in @returns what tries one thing, made from chance alone */
  open(folder: string): Promise<(random: Random) => Promise<Attempt>>
}

export const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]

/** A command that has ended: a bug shows as its exit code, or as words of a program where a sentence should stand. */
export function faultsOf({ code, stderr }: { code: number | null; stderr: string }, what: string): string[] {
  // "received undefined": of a field that is missing.
  const isBug = code === null || code === 70 || /internal error/.test(stderr)
  return isBug || OF_A_PROGRAM.test(stderr.replaceAll('received undefined', ''))
    ? [`${what}: exit code ${code}: ${stderr.slice(0, 3000)}`]
    : []
}

/** An error that reached the caller. */
export const faultOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
