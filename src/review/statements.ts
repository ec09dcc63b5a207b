// A statement -> the words that a decision keeps of it; an article and a decision on a statement -> the decided article.

import type { Article, Decided, Source, Span, Statement } from '../types.ts'
import { addresseeOf, passedOn, passingWords } from './chain.ts'
import type { OnStatement, StatementWords } from './decision.ts'
import { entityAt } from './entity-at.ts'
import { closest, findQuotes, likeness, quoteOf } from './quote.ts'

/** With whom it came through and to whom it was said. */
export const statementWithChain = (text: string, article: Article, statement: Statement): StatementWords => ({
  ...statementWords(text, statement),
  ...passingWords(text, article, statement),
})

export function statementWords(text: string, { source, cue, content, manner, stance }: Shape): StatementWords {
  const quotes = (spans: readonly Span[]) => spans.map((span) => quoteOf(text, span))
  return {
    source: source && { words: quotes(source.spans), kind: source.kind, named: source.named },
    cue: quotes(cue),
    content: quotes(content),
    manner,
    stance,
  }
}

type Shape = Pick<Statement, 'cue' | 'content' | 'manner' | 'stance'> & {
  source: Pick<NonNullable<Statement['source']>, 'spans' | 'kind' | 'named'> | null
}

/** Where its words stand now; null where they stand nowhere. */
function locateStatement(text: string, words: StatementWords): Shape | null {
  const [source, cue, content] = [words.source?.words ?? [], words.cue, words.content].map((quotes) =>
    findQuotes(text, quotes),
  )
  if (!source || !cue || !content) return null
  const { manner, stance } = words
  return { source: words.source && { ...words.source, spans: source }, cue, content, manner, stance }
}

/** Of the statements there the one that is meant: by its cue and by what it says. */
const statementAt = ({ statements }: Article, { cue, content }: Pick<Shape, 'cue' | 'content'>): Statement | null =>
  closest(
    statements,
    (one) => {
      const [sameCue, sameContent] = [likeness(one.cue, cue), likeness(one.content, content)]
      const isCue = sameCue > 0 || one.cue.length === 0 || cue.length === 0
      return isCue ? sameContent + sameCue : 0
    },
    0.3,
  )

/** Null where its words are not found any more. */
export function decideStatement(
  text: string,
  article: Article,
  { before, after }: OnStatement,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const was = before && locateStatement(text, before)
  const target = was && statementAt(article, was)
  if (after === null) return was && (target ? without(article, target) : article)
  const shape = locateStatement(text, after)
  if (!shape) return null
  const passed = passedOn(text, article, after, target, id)
  const addressee = addresseeOf(text, article, after, target)
  if (!passed || addressee === null) return null
  const { relay, entities } = passed
  const made = statementOf(article, shape, target, { id, ...(relay.length > 0 ? { relay } : {}), ...addressee })
  const statement = decided === null ? made : { ...made, decided }
  return {
    ...article,
    entities,
    statements: target
      ? article.statements.map((one) => (one === target ? statement : one))
      : [...article.statements, statement],
  }
}

function statementOf(
  article: Article,
  shape: Shape,
  target: Statement | null,
  { id, ...passing }: Pick<Statement, 'id' | 'relay' | 'addressee'>,
): Statement {
  const { source, cue, content, manner, stance } = shape
  const entity = source && entityAt(article, source.spans)
  return {
    id: target?.id ?? id,
    source: source && {
      spans: source.spans,
      ...(entity ? { entity: entity.id } : {}),
      kind: source.kind,
      named: source.named,
      ...identityKept(source, target?.source),
    },
    cue,
    content,
    manner,
    stance,
    ...passing,
    ...(target?.within === undefined ? {} : { within: target.within }),
  }
}

/** What the reader found out about a source stays as far as a person left it. */
function identityKept(now: Pick<Source, 'spans' | 'kind' | 'named'>, was: Source | null | undefined): Partial<Source> {
  if (!was || was.kind !== now.kind || was.named !== now.named || likeness(was.spans, now.spans) < 1) return {}
  const { identity, office, body, cites, name } = was
  return {
    ...(name === undefined ? {} : { name }),
    ...(identity === undefined ? {} : { identity }),
    ...(office === undefined ? {} : { office }),
    ...(body === undefined ? {} : { body }),
    ...(cites === undefined ? {} : { cites }),
  }
}

/** What was nested in it, or told on its word, goes to what it was nested in itself. */
function without(article: Article, gone: Statement): Article {
  return {
    ...article,
    statements: article.statements
      .filter((one) => one !== gone)
      .map(({ within, ...one }) => {
        const above = within === gone.id ? gone.within : within
        return above === undefined ? one : { ...one, within: above }
      }),
    events: article.events.map((event) =>
      event.statement === gone.id ? { ...event, statement: gone.within ?? null } : event,
    ),
  }
}
