// The questions of an incident -> one column for each source, with what it says on each; a source that says nothing else than another
// is folded into that one's column.

import type { AccountAnswer } from '../../src/server/answers.ts'
import type { Question } from './say.ts'

export interface Column {
  /** The source; of several accounts the first. */
  account: AccountAnswer
  /** Sources that say the same, or a part of it. */
  folded: AccountAnswer[]
  /** For each question, in order: places in its `stands`. */
  stands: number[][]
}

const DISPUTED = 100

export function columnsOf(questions: readonly Question[], accounts: readonly AccountAnswer[]): Column[] {
  const sources = new Map<number, Column>()
  for (const account of accounts)
    if (!sources.has(account.originNumber))
      sources.set(account.originNumber, { account, folded: [], stands: questions.map(() => []) })
  for (const [at, { stands }] of questions.entries())
    for (const [stand, { says }] of stands.entries())
      for (const { account } of says) {
        const own = sources.get(accounts[account]?.originNumber)?.stands[at]
        if (own && !own.includes(stand)) own.push(stand)
      }
  const weight = ({ stands }: Column) =>
    stands.reduce((sum, own, at) => {
      const isSide = own.some((stand) => questions[at].stands[stand].side !== null)
      return sum + (own.length > 0 ? 1 : 0) + (isSide ? DISPUTED : 0)
    }, 0)
  const columns: Column[] = []
  for (const source of [...sources.values()].sort((a, b) => weight(b) - weight(a))) {
    const same = columns.find((column) => saysAll(column, source))
    if (same) same.folded.push(source.account)
    else columns.push(source)
  }
  return columns
}

const saysAll = (column: Column, source: Column): boolean =>
  source.stands.every((own, at) => own.every((stand) => column.stands[at].includes(stand)))

/** How many columns fit. */
export const fitting = (width: number): number => Math.max(1, Math.floor((width - LABEL_PX) / COLUMN_PX))

const LABEL_PX = 150
const COLUMN_PX = 190
