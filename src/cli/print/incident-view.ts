// One incident -> its accounts, what each says on every question, and what the incident does not state.

import { answerInWords, questionName } from '../../questions.ts'
import type { Labels } from '../../record/incidents/labels.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import { standsOf } from '../../record/incidents/stands.ts'
import { unsureAnswers } from '../../record/incidents/unsure.ts'
import type { Account, Aspect, Incident } from '../../types.ts'
import { kindOf } from './incident-table.ts'
import { type Style, shortId } from './style.ts'
import { formatTable } from './table.ts'
import { count, printable } from './text.ts'

export type Reliabilities = (name: string) => string

export function formatIncident(
  incident: Incident,
  { title: own, tags, notes }: Labels,
  reliability: Reliabilities,
  style: Style,
): string {
  const { paint } = style
  const { id, accounts, aspects, origins, credibility } = incident
  const { title, gist, ...row } = incidentRow(incident)
  return [
    `${paint.bold(printable(own ?? title))}  ${paint.dim(id)}`,
    ...(own === null ? [] : [paint.dim(printable(title))]),
    ...(gist === '' ? [] : [printable(gist)]),
    `${kindOf(row)}${tags.length > 0 ? `; tags: ${printable(tags.join(', '))}` : ''}`,
    ...notes.map(({ text, who, at }) => `Note by ${printable(who)}, ${at.slice(0, 10)}: ${printable(text)}`),
    `${count(accounts.length, 'account')} from ${count(origins, 'independent origin')}`,
    `Information: ${credibility.words} (${credibility.grade} of 1 to 6, Admiralty code): ${printable(credibility.why.join('; '))}`,
    '',
    ...accounts.map((account, at) => accountLines(account, at, reliability, style)),
    '',
    formatTable(
      [
        { head: 'QUESTION', width: 12 },
        { head: 'WHAT THE ACCOUNTS SAY', width: { share: 70 } },
        { head: 'STATE', width: 16 },
      ],
      aspects.map((aspect) => [questionName(aspect.name), answersOf(aspect), stateOf(aspect, style)]),
      style,
    ).trimEnd(),
    '',
    ...unsureLines(incident, style),
  ].join('\n')
}

function accountLines(account: Account, at: number, reliability: Reliabilities, { paint }: Style): string {
  const { origin, originKind, outlet, published, sentence, document, article } = account
  const hidden = originKind === 'unnamed' ? ' (unnamed)' : ''
  const who = originKind === 'voice' ? `${printable(origin)}, in its own voice` : `${printable(origin)}${hidden}`
  const where = [
    originKind === 'voice' ? undefined : outlet,
    published?.slice(0, 10),
    `${shortId(document)} article ${article}`,
  ]
  const grade = reliability(originKind === 'voice' ? (outlet ?? origin) : origin)
  return [
    `${paint.bold(`[${at + 1}]`)} ${originKind === 'unnamed' ? paint.yellow(who) : who}${grade === 'F' ? '' : ` (reliability ${grade})`}`,
    `    ${paint.dim(printable(where.filter(Boolean).join(', ')))}`,
    `    ${printable(sentence)}`,
  ].join('\n')
}

/** "3 killed [1][4]": each answer with the numbers of the accounts that give it. */
function answersOf(question: Aspect): string {
  const lines = standsOf(question).stands.map(
    ({ claims }) => `${printable(answerInWords(claims[0]))} ${marksOf(claims)}`,
  )
  return lines.length > 0 ? lines.join('\n') : printable(question.why)
}

/** "who did it   rebels [3]   further down in the report" */
function unsureLines(incident: Incident, style: Style): string[] {
  const answers = unsureAnswers(incident)
  if (answers.length === 0) return []
  const rows = answers.map(({ question, text, why, claims }) => [
    questionName(question),
    `${printable(text)} ${marksOf(claims)}`,
    printable(why),
  ])
  const columns = [
    { head: 'QUESTION', width: 12 },
    { head: 'ALSO REPORTED, NOT SURELY OF THIS EVENT', width: { share: 60 } },
    { head: 'WHY NOT SURELY', width: { share: 40 } },
  ]
  return [formatTable(columns, rows, style).trimEnd(), '']
}

const marksOf = (claims: readonly { account: number; revised?: true }[]): string =>
  [...new Set(claims.map(({ account, revised }) => `[${account + 1}${revised ? ', revised since' : ''}]`))].join('')

const stateOf = ({ state }: Aspect, { paint }: Style): string =>
  state === 'disputed' ? paint.red(state) : state === 'agreed' ? paint.green(state) : paint.dim(state)
