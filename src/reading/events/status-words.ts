// Words that decide whether what depends on them happened; lemmas, by how they take it.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** "plans to attack", "ready to attack", "a plan to attack". */
export const PLANS_TO = set(
  'plan plot intend vow pledge promise agree decide threaten threat prepare preparation seek hope want aim ready set due about schedule scheduled going willing determined suppose supposed bind bound resolve resolved choose consider poised plotting conspire conspiracy intention intent decision promise vow pledge deal agreement goal bid wait await expect mean',
)
/** "urged the army to leave", "were told to leave", "a call to leave". */
export const DEMANDS_TO = set(
  'demand urge call appeal ask order request instruct tell command beg implore press pressure push ultimatum plea petition warn require invite lobby',
)
/** "has to leave", "need to leave". */
export const MUST_TO = set('have need ought')
/** "failed to take the town", "has yet to leave". */
export const FAILS_TO = set('fail refuse decline unable yet unwilling refusal failure reluctant impossible forget')
/** "began to shoot", "were forced to leave": as sure as they are themselves. */
export const DOES_TO = set(
  'begin start continue manage proceed go come force compel oblige help allow enable let use lead cause dare rush move succeed',
)
/** "flew north to fight". */
export const TRAVELS_TO = set('travel fly arrive head sail march deploy return way')
/** "is likely to attack". */
export const MAY_TO = set('likely unlikely able')

/** "fears that", "the possibility that". */
export const DOUBTS_THAT = set(
  'fear suspect doubt worry worried concern concerned speculate speculation possible possibility likelihood likely risk chance danger suggestion suspicion rumour rumor unclear uncertain unsure hope hopeful probable conceivable afraid',
)
export const DENIES_THAT = set('deny refute disprove debunk')
/** "rejected claims that" */
export const REJECTS = set('reject dismiss deny refute')
export const CLAIMS = set('claim allegation report accusation suggestion charge rumour rumor assertion version')
/** "could not verify reports that": they are left open. */
export const VERIFIES = set('verify confirm corroborate substantiate')
export const DEMANDS_THAT = set('demand urge order request propose recommend require')
/** "did not believe that", "no evidence that": what follows is not so. */
export const HOLDS_THAT = set('believe think expect evidence indication sign proof reason suggest mean')

/** "planned the attack", "threatened war". */
export const PLANS = set(
  'plan plot prepare threaten schedule propose promise pledge envisage consider foil thwart await',
)
/** "demanded the release". */
export const DEMANDS = set('demand seek urge request')
export const FEARS = set('fear suspect risk expect')
/** "prevent attacks", "to avoid a war": there is none yet. */
export const PREVENTS = set('prevent avoid avert deter')
/** "launched an attack": as sure as they are themselves. */
export const DOES = set(
  'launch carry conduct hold stage mount start begin commit make open resume join take perpetrate undertake wage perform give receive attend convene initiate arrange show display exercise provide establish create',
)

/** "plans for an attack", "a timetable for the withdrawal". */
export const PLAN_NOUNS = set(
  'plan preparation timetable deadline schedule plot proposal conspiracy approval permission authorisation authorization push',
)
/** "a call for talks", "asked for help". */
export const DEMAND_NOUNS = set('call demand appeal plea request ask press pressure need campaign petition')
/** "the risk of war". */
export const RISK_NOUNS = set('possibility risk threat danger fear potential likelihood chance prospect suspicion hope')

/** "a possible attack" */
export const POSSIBLE = set('possible suspected potential probable likely feared')
/** "the planned attack" */
export const PLANNED = set(
  'planned proposed imminent scheduled upcoming forthcoming impending future threatened intended attempted projected next',
)

/** Behind these another clause begins, which what stands before does not govern. */
export const BREAKS = set('after because since when while as although though where before until once but ; : — –')
