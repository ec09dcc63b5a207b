// What an event was done with: by what means, as readings say it, for comparing mentions; and in classes, as claims do.

import type { EventMention, MeansClass } from '../types.ts'
import { nameWords, singular } from './words.ts'

/** Null where a reading says nothing of it: "the attack", "killed". */
export type Means = NonNullable<EventMention['means']> | null

/** Reports of one event may say either: a grenade is a blast, a helicopter fires. */
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

/** Words, one or two, for a class of means; the first that fits holds, so the more exact ones stand before. */
const CLASSES: readonly (readonly [MeansClass, readonly string[]])[] = (
  [
    ['tear gas', 'teargas,tear gas,pepper spray,water cannon,rubber bullet'],
    ['chemical', 'chemical,sarin,chlorine,nerve agent,nerve gas,mustard gas,poison,poisoned,poisoning'],
    ['suicide bomb', 'suicide,kamikaze'],
    ['drone', 'drone,uav,unmanned'],
    [
      'air strike',
      'air strike,air raid,air attack,air bombardment,airstrike,airraid,aerial,warplane,jet,helicopter,gunship,aircraft,barrel bomb',
    ],
    ['grenade', 'grenade,rpg'],
    ['missile', 'missile,rocket,katyusha,grad'],
    ['artillery', 'artillery,shell,shelled,shelling,shellfire,mortar,howitzer,tank fire'],
    ['mine', 'landmine,land mine,mine'],
    ['car bomb', 'car bomb,truck bomb,vehicle bomb,carbomb,booby trapped car'],
    ['roadside bomb', 'roadside bomb,roadside explosive,ied,improvised explosive,booby trap,boobytrap'],
    ['bomb', 'bomb,bomber,bombing,explosive,explosive device,dynamite'],
    ['knife', 'knife,knive,machete,stab,stabbed,stabbing,axe,sword,blade,hacked'],
    [
      'firearms',
      'gun,gunfire,gunned,gunshot,gunman,machinegun,rifle,pistol,revolver,sniper,bullet,shot,shoot,shooting,firearm,kalashnikov,opened fire',
    ],
    ['fire', 'arson,torch,torched,torching,set fire,ablaze,burn,burned,burnt,burning,petrol,molotov'],
    ['vehicle', 'rammed,ramming,ploughed,plowed,ran over,run over,drove into'],
    ['blunt force', 'beat,beaten,beating,club,clubbed,baton,stone,stoned,stick,kicked,punched'],
    ['explosion', 'explosion,exploded,explode,exploding,blast,detonated,detonation,blew up,blown up,went off'],
  ] as const
).map(([name, words]) => [name, words.split(',')])

/** Of words, one or two, the row of their class. */
const ROW_OF: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap(([, named], row) => named.map((words): [string, number] => [words, row])),
)

/** Null where the words name no means. */
export function classOf(phrase: string): MeansClass | null {
  const words = nameWords(phrase)
  const rows = words.flatMap((word, at) => {
    const next = words[at + 1]
    const named =
      next === undefined
        ? [word, singular(word)]
        : [word, singular(word), `${word} ${next}`, `${word} ${singular(next)}`]
    return named.flatMap((each) => ROW_OF.get(each) ?? [])
  })
  return CLASSES[Math.min(...rows)]?.[0] ?? null
}

/** What may be the same thing in other words: the first takes in the others. */
const TAKES_IN: Readonly<Partial<Record<MeansClass, readonly MeansClass[]>>> = {
  explosion: [
    'bomb',
    'car bomb',
    'roadside bomb',
    'mine',
    'grenade',
    'suicide bomb',
    'artillery',
    'missile',
    'air strike',
    'drone',
  ],
  // Bombs are planted, or fall from the air.
  bomb: ['car bomb', 'roadside bomb', 'suicide bomb', 'mine', 'grenade', 'air strike', 'drone'],
  'roadside bomb': ['mine'],
  'suicide bomb': ['car bomb'],
  'air strike': ['drone', 'missile'],
  missile: ['drone', 'artillery'],
  artillery: ['grenade'],
}

/** Used together, or taken for each other: a helicopter fires, gunmen set fire and throw grenades, a bomber comes in a car. */
const TOGETHER: readonly (readonly [MeansClass, MeansClass])[] = [
  // Gas comes in something.
  ['chemical', 'missile'],
  ['chemical', 'artillery'],
  ['chemical', 'air strike'],
  ['chemical', 'bomb'],
  ['chemical', 'grenade'],
  ['chemical', 'drone'],
  ['chemical', 'explosion'],
  ['air strike', 'firearms'],
  ['firearms', 'grenade'],
  ['firearms', 'fire'],
  ['firearms', 'suicide bomb'],
  ['fire', 'explosion'],
  ['fire', 'bomb'],
  ['fire', 'missile'],
  ['fire', 'artillery'],
  ['fire', 'air strike'],
  ['fire', 'drone'],
  ['bomb', 'vehicle'],
  ['car bomb', 'vehicle'],
  ['car bomb', 'roadside bomb'],
  ['suicide bomb', 'vehicle'],
  ['tear gas', 'blunt force'],
  ['tear gas', 'firearms'],
  ['blunt force', 'firearms'],
  ['blunt force', 'knife'],
]

export function relateClasses(
  one: MeansClass,
  other: MeansClass,
): 'same' | 'compatible' | 'contradictory' | 'unrelated' {
  if (one === other) return 'same'
  if (TAKES_IN[one]?.includes(other) || TAKES_IN[other]?.includes(one)) return 'compatible'
  return TOGETHER.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
    ? 'unrelated'
    : 'contradictory'
}
