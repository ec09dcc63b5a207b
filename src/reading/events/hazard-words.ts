// The words of accidents, disasters and disease -> tests for them, by lexicon/hazards.json.

export interface HazardsFile {
  entries: readonly { class: HazardClass; words: string }[]
}

type HazardClass = 'nature' | 'disease' | 'fire' | 'accident' | 'animal' | 'industrial' | 'harm' | 'violence'

export interface Hazards {
  /** What does harm without an attacker. @param nouns the same words without verbs: "a storm", not "to storm" */
  hasCause(words: string, nouns: string): boolean
  /** A gas explosion, a shark attack and a heart attack look like violence: the words without them. */
  withoutCauses(words: string): string
  /** "killed", "destroyed", "hit": says what was done, not by what. */
  isHarm(words: string): boolean
  isViolence(words: string): boolean
}

export function indexHazards({ entries }: HazardsFile): Hazards {
  const patternOf = (classes: readonly HazardClass[]): string =>
    `\\b(?:${entries
      .filter((entry) => classes.includes(entry.class))
      .map(({ words }) => words)
      .join('|')})\\b`
  const oneOf = (...classes: HazardClass[]): RegExp => new RegExp(patternOf(classes), 'i')
  const nouns = oneOf('nature', 'disease', 'fire')
  const others = oneOf('accident', 'animal', 'industrial')
  const looksViolent = new RegExp(patternOf(['animal', 'industrial', 'disease']), 'gi')
  const harm = oneOf('harm')
  const violence = oneOf('violence')
  return {
    hasCause: (words, onlyNouns) => nouns.test(onlyNouns) || others.test(words),
    withoutCauses: (words) => words.replace(looksViolent, ' '),
    isHarm: (words) => harm.test(words),
    isViolence: (words) => violence.test(words),
  }
}
