// A mention of something that the reader takes for a place -> whether an event can be said to have happened there: no window, rubble or floor, and
// no people or faith ("Kurdish police").

/** What a description must be of, if nothing tells where it lies. */
const PLACES = new Set(
  `village town city hamlet settlement camp district area region province county state country neighbourhood neighborhood suburb quarter
  township municipality enclave territory island peninsula valley mountain hill desert forest coast shore waters sea lake river border
  frontier outskirts countryside capital downtown centre center street avenue highway road motorway crossing junction roundabout square park
  market marketplace bazaar mall shop store supermarket restaurant cafe café bar nightclub hotel resort beach bakery school college university
  academy kindergarten mosque church cathedral temple synagogue shrine monastery cemetery hospital clinic embassy consulate headquarters base
  barracks outpost post checkpoint prison jail station airport airfield port harbour harbor bridge tunnel dam mine quarry factory plant refinery
  pipeline field farm ranch plantation stadium theatre theater cinema museum bank court courthouse parliament palace residence office apartment
  house home inn pub castle fort fortress citadel lighthouse tower gate mill silo oilfield delta pass ridge gorge ravine canal reef oasis plain
  plateau steppe marsh swamp jungle compound dormitory warehouse depot terminal railway`.split(/\s+/),
)

/** Adjectives of peoples and faiths; those of countries the reader knows to be none. */
const PEOPLES =
  /^(?:(?:[\p{L}-]+ )?(?:Kurdish|Arab|Arabic|Islamic|Muslim|Moslem|Shiite|Shia|Shi'ite|Sunni|Alawite|Druze|Christian|Coptic|Jewish|Hindu|Buddhist|Sikh|Catholic|Protestant|Orthodox|Turkmen|Yazidi|Yezidi|Tamil|Sinhalese|Pashtun|Hazara|Baloch|Baluch|Tutsi|Hutu|Rohingya|Uighur|Uyghur|Basque|Western|European|African|Asian|Latin))$/u

export function canBePlace(words: string, kind: 'name' | 'description' | 'pronoun'): boolean {
  if (kind === 'pronoun') return false
  if (kind === 'name') return !PEOPLES.test(words)
  // "buildings to the ground" is about buildings.
  const [core] = words.split(/\s(?:to|in|on|at|of|near|from|with|for|by|that|which|who|where)\s/)
  const head = core.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  return PLACES.has(head) || PLACES.has(head.replace(/s$/, '')) || PLACES.has(head.replace(/ies$/, 'y'))
}
