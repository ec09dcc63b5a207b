import pc from 'picocolors'
import { expect, test } from 'vitest'
import { NO_LABELS } from '../../record/incidents/labels.ts'
import { TWO_INCIDENTS } from '../../testing/two-incidents.ts'
import { formatIncident } from './incident-view.ts'

const [blast, strike] = TWO_INCIDENTS
const PLAIN = { colour: false, width: 140, paint: pc.createColors(false) }
const view = (incident: typeof blast) => formatIncident(incident, NO_LABELS, () => 'F', PLAIN)

test('what is not surely of the event comes last, apart from what the incident states', () => {
  const [stated, unsure] = view(blast).split('ALSO REPORTED')
  expect(stated).toMatch(/killed +two people \[1\]/)
  expect(stated).not.toContain('the depot [')
  expect(unsure).toMatch(/who did it +A source \[2\] +further down in the report/)
  expect(unsure).toMatch(/who was +the depot \[1\] +the program is not sure that it is an event/)
  expect(view(strike)).not.toContain('ALSO REPORTED')
})
