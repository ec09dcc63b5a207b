// Category, mode and words of an event -> what kind of thing happened, as far as the words tell: blasts are no kidnappings.

/** Null where the words say nothing of it: "the attack", "killed". */
export type Means =
  | 'bomb'
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
  [
    'bomb',
    /\b(?:(?:car|truck|suicide|petrol|roadside|hand)[- ]?(?:bomb|grenade)|bombs?\b|bomber|ied\b|landmine|mines?\b|grenade|dynamite)/i,
  ],
  ['blast', /\b(?:bomb|explo|blast|blew|detonat|went off)/i],
  ['stabbing', /\b(?:stab|knife|knives|machete|hack)/i],
  ['gunfire', /\b(?:shot|shoot|gun(?:fire|ned|men|man|s)?\b|opened fire|sniper|rifle|machine-?gun)/i],
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

export function meansOf(mode: string | undefined, trigger: string, instruments: readonly string[]): Means {
  const said = [trigger, ...instruments].join(' ')
  return WORDS.find(([, words]) => words.test(said))?.[0] ?? (mode === undefined ? null : (MODES[mode] ?? null))
}

/** Ways of harm that reports of one event may tell of, each by its own: a grenade is a blast, a helicopter fires. */
const AKIN: readonly (readonly Exclude<Means, null>[])[] = [
  ['bomb', 'blast', 'artillery', 'air'],
  ['gunfire', 'air'],
  ['abduction', 'arrest'],
]

/** 1 the same, 0 nothing known of either, -1 different things. */
export function compareMeans(one: Means, other: Means): number {
  if (one === null || other === null) return 0
  if (one === other) return 1
  return AKIN.some((group) => group.includes(one) && group.includes(other)) ? 0 : -1
}

/** Whether the same harm cannot have been done by both: "a blast" may be a bomb or a shell, a bomb is no shell. */
export function excludeEachOther(one: Means, other: Means): boolean {
  if (one === null || other === null || one === other || !TOLD_APART.has(one) || !TOLD_APART.has(other)) return false
  return !(one === 'air' && other === 'gunfire') && !(one === 'gunfire' && other === 'air')
}

const TOLD_APART: ReadonlySet<Means> = new Set(['bomb', 'artillery', 'air', 'gunfire', 'stabbing'])
