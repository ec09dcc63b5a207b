// What the model gives for an event -> how likely the event is what its sentence reports, of that category: calibrated.

/** Weights of a logistic regression (Platt 1999) over sentences coded for one event each: models/reader.md has the table that they gave. */
const TRIGGER = 0.22
const MAIN = 0.56
const ALWAYS = -0.97

/** @param sure that the trigger is one, of this category @param main that its event is what the sentence reports, not its background */
export function confidenceOf({ sure, main }: { sure: number; main: number }): number {
  const odds = TRIGGER * logOdds(sure) + MAIN * logOdds(main) + ALWAYS
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}

/** Certainty beyond this is the model's, not the world's. */
const SUREST = 0.999

const logOdds = (chance: number): number => {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, chance))
  return Math.log(bounded / (1 - bounded))
}
