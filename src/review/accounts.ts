// An article and an account that a person added by hand -> the article with its statement, and with the event that it tells of.

import type { Article, Decided } from '../types.ts'
import type { AccountWords, OnAccount } from './decision.ts'
import { decideEvent } from './events.ts'
import { decideStatement } from './statements.ts'

/** Null where its words are not found any more. */
export function decideAccount(
  text: string,
  article: Article,
  { document, before, after }: OnAccount,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const part = <Name extends keyof AccountWords>(name: Name) => ({
    document,
    before: before?.[name] ?? null,
    after: after?.[name] ?? null,
  })
  const said = decideStatement(
    text,
    article,
    { kind: 'statement', ...part('statement') },
    { id: `${id}.statement`, decided },
  )
  return said && decideEvent(text, said, { kind: 'event', ...part('event') }, { id: `${id}.event`, decided })
}
