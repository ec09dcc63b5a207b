// Words -> which kinds of people and weapons they speak of: "pupils" and "schoolchildren" are one kind, "soldiers" and "nurses" are two. A
// row has the words of one kind, or of kinds that reports of one event take for each other.

import { wordNumbers } from '../words.ts'

/** Each word, as wordNumbers gives it -> the rows that it is in. */
export type Classes = ReadonlyMap<number, readonly number[]>

const classesOf = (table: string): Classes => {
  const rows = new Map<number, number[]>()
  for (const [row, line] of table.trim().split('\n').entries())
    for (const word of wordNumbers(line)) rows.set(word, [...(rows.get(word) ?? []), row])
  return rows
}

/**
 * Those who may be hit by an event or behind it; who is in two rows may be either. With each row, in what respect its people are of a
 * kind: a worshipper may be a farmer, and both may be young; who is a farmer is no nurse.
 */
const PEOPLE_ROWS: readonly (readonly [respect: 'armed' | 'work' | 'age' | 'place', words: string])[] = [
  [
    'armed',
    'gunman gunmen militant militants rebel rebels insurgent insurgents fighter fighters jihadist jihadists terrorist terrorists militia militiaman militiamen attacker attackers assailant assailants bandit bandits guerrilla guerrillas separatist separatists extremist extremists combatant combatants bomber',
  ],
  [
    'armed',
    'soldier soldiers troop troops army military serviceman servicemen conscript conscripts recruit recruits marine marines paratrooper paratroopers commando commandos peacekeeper peacekeepers',
  ],
  ['armed', 'soldier soldiers officer officers guard guards colonel general captain commander commanders'],
  [
    'armed',
    'police policeman policemen policewoman officer officers constable gendarme gendarmes guard guards agent agents',
  ],
  [
    'age',
    'child children boy boys girl girls pupil pupils schoolchild schoolchildren schoolboy schoolgirl schoolgirls teenager teenagers student students toddler baby infant',
  ],
  ['work', 'student students undergraduate undergraduates graduate graduates pupil pupils schoolgirls'],
  [
    'work',
    'farm farmer farmers peasant peasants farmhand farmhands labourer labourers laborer laborers villager villagers',
  ],
  ['work', 'herder herders herdsman herdsmen shepherd shepherds cattle pastoralist pastoralists'],
  ['work', 'fisherman fishermen'],
  ['work', 'miner miners'],
  ['place', 'worshipper worshippers faithful congregation pilgrim pilgrims'],
  [
    'place',
    'passenger passengers traveller travellers traveler travelers commuter commuters tourist tourists pilgrim pilgrims',
  ],
  [
    'work',
    'trader traders shopper shoppers shopkeeper shopkeepers vendor vendors merchant merchants stallholder stallholders',
  ],
  [
    'work',
    'journalist journalists reporter reporters editor correspondent cameraman photographer presenter broadcaster blogger bloggers',
  ],
  ['work', 'doctor doctors nurse nurses medic medics midwife midwives surgeon paramedic paramedics patient patients'],
  ['work', 'aid humanitarian volunteer volunteers'],
  ['work', 'teacher teachers schoolteacher professor lecturer headmaster principal'],
  ['work', 'priest priests pastor pastors nun nuns imam imams bishop monk monks cleric clerics rabbi'],
  ['work', 'judge judges prosecutor prosecutors lawyer lawyers magistrate'],
  [
    'work',
    'mayor governor minister councillor councillors lawmaker deputy senator politician politicians candidate candidates president leader leaders official officials',
  ],
  ['place', 'protester protesters demonstrator demonstrators marcher marchers rioter rioters crowd'],
  ['place', 'inmate inmates'],
  ['place', 'refugee refugees displaced migrant migrants'],
  ['place', 'driver drivers trucker truckers cyclist motorist motorists'],
  [
    'place',
    'worker workers employee employees staff labourer labourers laborer laborers engineer engineers builder builders',
  ],
  ['work', 'sailor sailors seaman seamen crew captain'],
  ['place', 'guest guests diner diners customer customers drinker drinkers'],
  ['place', 'mourner mourners'],
  ['place', 'settler settlers'],
  [
    'work',
    'robber robbers thief thieves bandit bandits burglar criminal criminals smuggler smugglers gang gangster gangsters dealer dealers pirate pirates',
  ],
  ['place', 'unionist unions activist activists campaigner campaigners'],
  ['age', 'couple husband wife mother father parents family relatives'],
]

export const PEOPLE = classesOf(PEOPLE_ROWS.map(([, words]) => words).join('\n'))

/** Whether nobody is of both kinds: soldiers and nurses, farmers and nurses; not students and passengers. */
export function areExclusive(one: number, other: number): boolean {
  const [[respect], [its]] = [PEOPLE_ROWS[one], PEOPLE_ROWS[other]]
  return respect === its || respect === 'armed' || its === 'armed'
}

/** Soldiers, police and fighters are hit every day of a war. */
export const isArmed = (kind: number | string): boolean => typeof kind === 'number' && PEOPLE_ROWS[kind][0] === 'armed'

/** The first row: rebels, militants, gunmen. */
export const FIGHTERS = 0

/** Words that fit anybody, and say nothing of who it was. Numbers are among them. */
export const ANYBODY: ReadonlySet<number> = new Set(
  wordNumbers(
    `people person persons man men woman women civilian civilians resident residents victim victims others member members group groups
   suspect suspects force forces local locals inhabitants citizen citizens dead wounded dozens scores hundreds thousands number pair
   unidentified unknown armed masked young old elderly least suspected alleged injured who which them they himself body bodies
   hostage hostages captive captives prisoner prisoners detainee detainees survivor survivors occupant occupants national nationals eleven twelve thirteen fourteen fifteen
   sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand`,
  ),
)

/** What was hit that is no people: "a village". */
export const THINGS: ReadonlySet<number> = new Set(
  wordNumbers(
    `village villages town towns city house houses home homes flat building buildings post posts area areas vehicle vehicles car cars
   truck trucks lorry lorries boat boats dinghy tent tents camp base office offices position positions headquarters shop shops`,
  ),
)

export const WEAPONS = classesOf(`
  drone unmanned
  rocket rockets missile missiles
  mortar mortars shell shells shelling artillery howitzer
  mine mines landmine roadside ied explosive bomb
  bomb bombs bombing bomber explosive explosives suicide detonated explosion blast vest
  grenade grenades explosive explosion blast
  knife knives machete stabbed stabbing hacked
  jet jets warplane warplanes airstrike bombed aircraft planes helicopter gunship
  gunman gunmen shot shooting gunfire rifle rifles pistol snipers sniper
  arson torched burned
`)

/** The rows that any of the words is in. */
export function classesIn(words: Iterable<number>, table: Classes): Set<number> {
  const found = new Set<number>()
  for (const word of words) for (const row of table.get(word) ?? []) found.add(row)
  return found
}
