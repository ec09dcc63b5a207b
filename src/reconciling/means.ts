// Category, mode and words of an event -> what kind of thing happened, as far as the words tell: blasts are no kidnappings.

/** Null where the words say nothing of it: "the attack", "killed". */
export type Means =
  | 'blast'
  | 'gunfire'
  | 'air'
  | 'artillery'
  | 'abduction'
  | 'arrest'
  | 'stabbing'
  | 'fire'
  | 'control'
  | 'release'
  | null

/** The first that fits decides. */
const WORDS: readonly (readonly [Exclude<Means, null>, RegExp])[] = [
  ['abduction', /\b(?:abduct|kidnap|hostage|seized (?:by|from))/i],
  ['release', /\b(?:releas|freed?\b|frees\b|set free|handed over)/i],
  ['arrest', /\b(?:arrest|detain|detention|custody|jailed|imprison|rounded up|picked up|taken into|apprehend)/i],
  ['air', /\b(?:air ?strike|air raid|air-?strike|drone|helicopter|warplane|jets?\b|aircraft|aerial|bombed from)/i],
  ['artillery', /\b(?:shell|mortar|artillery|rocket|missile|grad\b|howitzer)/i],
  ['blast', /\b(?:bomb|explo|blast|blew|detonat|ied\b|mine\b|mines\b|landmine|grenade|went off|dynamite)/i],
  ['stabbing', /\b(?:stab|knife|knives|machete|hack)/i],
  ['gunfire', /\b(?:shot|shoot|gun|fired|firing|opened fire|sniper|rifle|machine-?gun|gunned)/i],
  ['fire', /\b(?:arson|torch|set (?:fire|ablaze)|burn)/i],
  [
    'control',
    /\b(?:liberat|captur|recaptur|retak|retook|retaken|seiz|overr[au]n|fell\b|fallen|control of|took control|taken over|clear(?:ed|ing))/i,
  ],
]

const MODES: Readonly<Record<string, Exclude<Means, null>>> = {
  explosives: 'blast',
  firearms: 'gunfire',
  aerial: 'air',
  'heavy-weapons': 'artillery',
  abduct: 'abduction',
  arrest: 'arrest',
  release: 'release',
}

export function meansOf(
  _type: string,
  mode: string | undefined,
  trigger: string,
  instruments: readonly string[],
): Means {
  const said = [trigger, ...instruments].join(' ')
  return WORDS.find(([, words]) => words.test(said))?.[0] ?? (mode === undefined ? null : (MODES[mode] ?? null))
}

/** Ways of harm that reports of one event may tell of, each by its own: a grenade is a blast, a helicopter fires. */
const AKIN: readonly (readonly Exclude<Means, null>[])[] = [
  ['blast', 'artillery', 'air'],
  ['gunfire', 'air'],
  ['abduction', 'arrest'],
]

/** 1 the same, 0 nothing known of either, -1 different things. */
export function compareMeans(one: Means, other: Means): number {
  if (one === null || other === null) return 0
  if (one === other) return 1
  return AKIN.some((group) => group.includes(one) && group.includes(other)) ? 0 : -1
}
