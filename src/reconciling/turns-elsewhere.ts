// A sentence and the words in it that name an event -> whether it turns from what was told before to something else: "Meanwhile, three were killed in
// Dol", "The raids came as a car bomb wounded ten".

/** At the beginning of a sentence: "Elsewhere,", "Separately,", "In another incident", "In the capital meanwhile", "Further south,". */
const OPENING =
  /^\W*(?:in the )?(?:meanwhile?|elsewhere|separately|also (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|an) (?:separate|different|similar|unrelated|related|other)\b|in another\b|in other (?:\p{Ll}+ )?(?:violence|incidents?|attacks?|developments?|news)|in the meantime|at the same time|(?:further|farther) (?:north|south|east|west))/iu
const MEANWHILE_INSIDE = /^\W*(?:in|near|around) (?:[\p{L}'’-]+ ){1,5}meanwhile\b/iu

/** Between the beginning of the sentence and the event: "came as", "came a day after", "comes two days after". */
const CAME_AS = /\b(?:came|comes|coming) (?:(?:just |only )?(?:(?:\p{L}+|\d+) ){0,3}(?:after|before)|as)\b/iu

/** @param words between two things of one sentence: whether they are of two events */
export const comesBetween = (words: string): boolean => CAME_AS.test(words)

/** @param trigger where the event's words begin in the sentence */
export const turnsElsewhere = (sentence: string, trigger: number): boolean =>
  OPENING.test(sentence) || MEANWHILE_INSIDE.test(sentence) || CAME_AS.test(sentence.slice(0, trigger))
