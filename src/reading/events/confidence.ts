// What the model gives for an event -> how likely the event is what its sentence reports, of that category: calibrated.

import type { ModelFacts } from '../../language/model-facts.ts'

/**
 * A logistic regression over sentences coded for one event each: models/reader.md has the table of its figures.
 * @param sure that the trigger is one, of this category @param main that its event is what the sentence reports, not its background
 */
export function confidenceOf(
  { sure, main }: { sure: number; main: number },
  { trigger, lead, bias, surest }: ModelFacts['calibration'],
): number {
  const logOdds = (chance: number): number => {
    const bounded = Math.min(surest, Math.max(1 - surest, chance))
    return Math.log(bounded / (1 - bounded))
  }
  const odds = trigger * logOdds(sure) + lead * logOdds(main) + bias
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}
