// What an event was done with: by what means, as readings say it, for comparing mentions; and in classes, as claims do.

import type { EventMention, MeansClass } from '../types.ts'
import type { Mention } from './mention.ts'

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

/** Words for a class of means; the first that fits holds, so the more exact ones stand before. */
const CLASSES: readonly (readonly [MeansClass, RegExp])[] = [
  ['tear gas', /\b(?:tear ?gas|pepper spray|water cannons?|rubber bullets?)\b/i],
  ['chemical', /\b(?:chemical|sarin|chlorine|nerve (?:agent|gas)|mustard gas|poison(?:ed|ing|ous)?)\b/i],
  [
    'suicide bomb',
    /\b(?:suicide (?:\S+ )?(?:bomb\w*|attack\w*|vests?|blast|car)|kamikaze|blew (?:himself|herself|themselves) up)\b/i,
  ],
  ['drone', /\b(?:drones?|uavs?|unmanned (?:aerial|aircraft))\b/i],
  [
    'air strike',
    /\b(?:air[- ]?(?:strikes?|raids?|attacks?|bombardments?)|aerial|warplanes?|(?:fighter )?jets?|helicopters?|gunships?|aircraft|barrel bombs?|bombed from the air)\b/i,
  ],
  ['missile', /\b(?:missiles?|rockets?(?!-propelled)|katyushas?|grads?)\b/i],
  ['artillery', /\b(?:artillery|shell(?:s|ed|ing|fire)?|mortars?|howitzers?|bombard\w*|tank fire)\b/i],
  ['mine', /\b(?:land ?mines?|mines?)\b/i],
  ['grenade', /\b(?:grenades?)\b/i],
  [
    'bomb',
    /\b(?:(?:car|truck|roadside|parcel|petrol|time|home-?made) ?-?bomb\w*|bombs?|bombers?|bombings?|ieds?|improvised explosive|explosive devices?|booby[- ]?trap\w*|dynamite|explosives)\b/i,
  ],
  ['knife', /\b(?:kni(?:fe|ves)|machetes?|stab\w*|axes?|swords?|blades?|hacked|throats? (?:cut|slit))\b/i],
  [
    'firearms',
    /\b(?:gun(?:s|fire|ned|shots?|men|man)?|machine-?guns?|rifles?|pistols?|revolvers?|snipers?|bullets?|shot|shots|shoot\w*|opened fire|firearms?|kalashnikovs?|ak-?47s?)\b/i,
  ],
  ['fire', /\b(?:arson|torch(?:ed|ing)|set (?:on fire|fire to|ablaze|alight)|burn(?:ed|t|ing)?|petrol|molotovs?)\b/i],
  ['vehicle', /\b(?:ramm(?:ed|ing)|ploughed|plowed|ran over|run over|drove into)\b/i],
  ['blunt force', /\b(?:beat|beaten|beating|beatings|clubs?|clubbed|batons?|stones?|stoned|sticks?|kicked|punched)\b/i],
  ['explosion', /\b(?:explo\w+|blasts?|detonat\w*|blew up|blown up|went off)\b/i],
]

/** Null where the words name no means. */
export const classOf = (words: string): MeansClass | null =>
  CLASSES.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/** What the reader found to be its means, where its own words say no more. */
const BY_MEANS: Readonly<Partial<Record<NonNullable<Means>, MeansClass>>> = {
  blast: 'explosion',
  air: 'air strike',
  artillery: 'artillery',
  gunfire: 'firearms',
  stabbing: 'knife',
  fire: 'fire',
  bomb: 'bomb',
}

/** By the words of its trigger, "bombed" apart: from the air or from the ground, it does not say. */
export function classOfMention({
  trigger,
  sentence,
  sentenceText,
  means,
}: Pick<Mention, 'trigger' | 'sentence' | 'sentenceText' | 'means'>): MeansClass | null {
  const words = sentenceText.slice(trigger[0] - sentence[0], trigger[1] - sentence[0])
  const own = /^bomb(?:ed|s|ing|ings)?$/i.test(words) ? null : classOf(words)
  return own ?? (means === null ? null : (BY_MEANS[means] ?? null))
}

/** What may be the same thing in other words: the first takes in the others. */
const TAKES_IN: Readonly<Partial<Record<MeansClass, readonly MeansClass[]>>> = {
  explosion: ['bomb', 'mine', 'grenade', 'suicide bomb', 'artillery', 'missile', 'air strike', 'drone'],
  bomb: ['suicide bomb', 'mine', 'grenade'],
  'air strike': ['drone', 'missile'],
  missile: ['drone', 'artillery'],
  artillery: ['grenade'],
}

/** Used together, or taken for each other: a helicopter fires, gunmen set fire and throw grenades, a bomber comes in a car. */
const TOGETHER: readonly (readonly [MeansClass, MeansClass])[] = [
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
