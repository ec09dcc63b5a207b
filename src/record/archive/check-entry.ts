// Entries of another record's log, in their order -> whether each is one that a record writes: of a kind that is known, whole, and
// about something that was there. Throws UserError for the first that is not.

import type { Decision } from '../../review/decision.ts'
import { UserError } from '../../user-error.ts'
import { ARRIVALS } from '../custody/arrival.ts'
import type { Entry } from '../custody/log.ts'
import { type Grading, INCIDENTS, PARTIES } from '../decisions.ts'
import { aboutOf } from '../write-decision.ts'
import { isHash, isInstant } from './formats.ts'
import { faultOfShape, isKind } from './shapes.ts'

export function entryChecker(): (entry: Entry) => void {
  const came = new Set<string>()
  const decided = new Map<number, { about: string; kind: string; stands: boolean }>()

  const faultOfArrival = (about: string): string | null => {
    if (!isHash(about)) return 'a document came, and it is about none'
    if (came.has(about)) return `document ${about} came before`
    came.add(about)
    return null
  }
  const faultOfDecision = (number: number, about: string, decision: Decision | Grading): string | null => {
    decided.set(number, { about, kind: decision.kind, stands: true })
    if (decision.kind === 'source') {
      if (about !== decision.name) return 'it grades another source than it is about'
      return [decision.before, decision.after].every((grade) => grade === null || /^[A-F]$/.test(grade.grade))
        ? null
        : 'a grade is a letter from A to F'
    }
    if (about !== aboutOf(decision)) return 'it decides on another document than it is about'
    return about === INCIDENTS || about === PARTIES || came.has(about)
      ? null
      : 'it decides on a document that had not come'
  }
  const faultOfTurn = (
    about: string,
    stands: boolean,
    { of, before, after }: { of: number; before: Decision | Grading | null; after: Decision | Grading | null },
  ): string | null => {
    const meant = decided.get(of)
    if (meant?.about !== about) return `entry ${of} is no decision on the same`
    if (meant.stands === stands) return `the decision of entry ${of} ${stands ? 'stands' : 'was taken back'} already`
    const [decision, other] = stands ? [after, before] : [before, after]
    if (other !== null || decision?.kind !== meant.kind) return `it is not about the decision of entry ${of}`
    meant.stands = stands
    return null
  }
  const faultIn = ({ number, at, who, what, about, detail }: Entry): string | null => {
    if (!isInstant(at)) return `at: "${at}" is no time`
    if (who.trim() === '') return 'who: nobody did it'
    if (!isKind(what)) return `what: this version knows no entry "${what}"`
    const said = JSON.parse(detail)
    const shape = faultOfShape(what, said)
    if (shape !== null) return `detail.${shape}`
    const times = [said, ...(said.sightings ?? [])].flatMap(({ receivedAt }) => receivedAt ?? [])
    if (!times.every(isInstant)) return 'detail.receivedAt: this is no time'
    if (ARRIVALS.includes(what)) return faultOfArrival(about)
    if (what === 'decide' || what === 'grade') return faultOfDecision(number, about, said)
    if (what === 'withdraw' || what === 'restore') return faultOfTurn(about, what === 'restore', said)
    return came.has(about) ? null : 'it is about a document that had not come'
  }
  return (entry) => {
    const fault = faultIn(entry)
    if (fault !== null) throw new UserError(`entry ${entry.number} of the log cannot be: ${fault}`)
  }
}
