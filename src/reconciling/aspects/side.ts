// A word for people -> whether it makes them fighters or civilians; null where it makes them neither.

export type Side = 'fighters' | 'civilians'

const FIGHTERS =
  /\b(?:soldiers?|troops?|fighters?|militants?|terrorists?|rebels?|insurgents?|gunm[ae]n|guerr?illas?|saboteurs?|combatants?|militia(?:men|s)?|jihadists?|extremists?|paramilitar(?:y|ies)|servicem[ae]n|officers?|police(?:men|man)?|commandos?|bandits?|separatists?|mercenar(?:y|ies)|army|forces)\b/i
const CIVILIANS =
  /\b(?:civilians?|villagers?|residents?|shepherds?|farmers?|peasants?|traders?|shoppers?|women|woman|children|child|boys?|girls?|famil(?:y|ies)|students?|pupils?|teachers?|worshippers?|passengers?|workers?|refugees?|protesters?|demonstrators?|journalists?|doctors?|nurses?|patients?|guests?|bystanders?|locals?|fishermen|labourers?|herders?|schoolchildren|mourners?|miners?|surveyors?|townspeople|inhabitants?)\b/i

export function sideOf(words: string): Side | null {
  const [fighters, civilians] = [FIGHTERS.test(words), CIVILIANS.test(words)]
  return fighters === civilians ? null : fighters ? 'fighters' : 'civilians'
}

export type Camp = 'state' | 'rebels' | 'bandits'

const CAMPS: readonly (readonly [Camp, RegExp])[] = [
  ['rebels', /\b(?:rebels?|insurgents?|guerr?illas?|separatists?|secessionists?|jihadists?|militants?|mutineers?)\b/i],
  ['bandits', /\b(?:bandits?|robbers?|smugglers?|gangs?|gangsters?|criminals?|poachers?|pirates?|cartel)\b/i],
  [
    'state',
    /\b(?:army|soldiers?|troops|police|policem[ae]n|government|air force|navy|gendarmes?|security forces|coast guard)\b/i,
  ],
]

/** Whose people they are by the word for them: the state's, rebels, bandits; null where the word leaves it open ("gunmen"). */
export const campOf = (words: string): Camp | null => CAMPS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
