// Two nouns for people -> whether the wider one may stand for who was called by the narrower: "the officer" for a colonel.

/** A noun, and what those whom it may stand for were called. */
const WIDER: readonly (readonly [wider: RegExp, narrower: RegExp])[] = [
  [
    /^official$/,
    /\b(?:official|spokes\w+|minister|governor|director|chief|head|secretary|commissioner|mayor|administrator|envoy|ambassador|prefect|officer|superintendent|coordinator|attorney)$/,
  ],
  [
    /^officer$/,
    /\b(?:officer|colonel|captain|major|lieutenant|general|sergeant|corporal|constable|inspector|superintendent|commissioner|commander|brigadier|admiral|marshal|chief)$/,
  ],
  [/^general$/, /\bgeneral$/],
  [/^colonel$/, /\bcolonel$/],
  [/^commander$/, /\b(?:commander|colonel|general|captain|major|brigadier|admiral|marshal)$/],
  [/^spokes(?:man|woman|person)$/, /\bspokes(?:man|woman|person)$/],
  [
    /^(?:lawmaker|legislator|parliamentarian)$/,
    /\b(?:mp|senator|deputy|representative|congress\w+|lawmaker|legislator)$/,
  ],
  [/^(?:premier|pm)$/, /\b(?:prime minister|premier)$/],
  [/^(?:envoy|diplomat)$/, /\b(?:ambassador|envoy|consul|representative|diplomat)$/],
  [/^cleric$/, /\b(?:imam|sheikh|mufti|ayatollah|mullah|bishop|archbishop|priest|pastor|rabbi)$/],
  [/^(?:lawyer|attorney)$/, /\b(?:lawyer|attorney|solicitor|counsel|advocate|barrister)$/],
  [/^(?:doctor|medic)$/, /\b(?:doctor|physician|surgeon|cardiologist|paramedic)$/],
  [/^(?:analyst|expert)$/, /\b(?:analyst|expert|researcher|fellow|professor)$/],
]

/** @param nouns of one person, singular, lower case, with and without modifiers */
export const standsFor = (wider: string, nouns: ReadonlySet<string>): boolean =>
  nouns.has(wider) || WIDER.some(([noun, narrower]) => noun.test(wider) && [...nouns].some((own) => narrower.test(own)))
