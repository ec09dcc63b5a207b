// The words that tell violence from what only looks like it -> tests for them, by lexicon/deeds.json.

export interface DeedsFile {
  entries: readonly { class: DeedClass; words: string }[]
}

type DeedClass =
  | 'critic'
  | 'danger'
  | 'dead'
  | 'handling'
  | 'harm'
  | 'help'
  | 'ill'
  | 'in-need'
  | 'killing'
  | 'lifeless'
  | 'player'
  | 'refuge'
  | 'shot'
  | 'struggle'
  | 'thing'
  | 'work'

/** Each finds the words of a class in what stands around them: whether something fits is all that rules ask. */
export interface Deeds {
  /** "recovered", "found", "buried": as a whole trigger. */
  handles: RegExp
  /** "took", "treated", "rescued": as a whole trigger. */
  helps: RegExp
  dead: RegExp
  inNeed: RegExp
  /** "to a hospital in the town" */
  toRefuge: RegExp
  /** "out of the rubble" */
  fromDanger: RegExp
  /** As whole triggers. */
  kills: RegExp
  shoots: RegExp
  harm: RegExp
  players: RegExp
  /** "fighting a war against malaria", "the battle against corruption": a trigger and what follows it. */
  againstIlls: RegExp
  /** What is killed only in a manner of speaking, if nothing else is its object: "the bill", "any hope of peace". */
  noVictim: RegExp
  /** "over the budget", "from the opposition"; not "from the hills", "for two hours". */
  critics: RegExp
  /** What ends with a work of fiction, as before its title: "the film". */
  title: RegExp
  /** "the novel tells how ..." */
  tells: RegExp
  /** A lemma: no weapon, vehicle or day does anything. */
  thing: RegExp
}

export function indexDeeds({ entries }: DeedsFile): Deeds {
  const of = (wanted: DeedClass): string =>
    `(?:${entries.flatMap((entry) => (entry.class === wanted ? [entry.words] : [])).join('|')})`
  const whole = (wanted: DeedClass) => new RegExp(`^${of(wanted)}$`, 'i')
  const inside = (wanted: DeedClass) => new RegExp(`\\b${of(wanted)}\\b`, 'i')
  return {
    handles: whole('handling'),
    helps: whole('help'),
    dead: inside('dead'),
    inNeed: inside('in-need'),
    toRefuge: new RegExp(`\\bto (?:an? |the )?(?:[\\w-]+ ){0,2}${of('refuge')}\\b`, 'i'),
    fromDanger: new RegExp(`\\b(?:from|out of|from under|under) (?:an? |the )?(?:[\\w-]+ )?${of('danger')}\\b`, 'i'),
    kills: whole('killing'),
    shoots: whole('shot'),
    harm: inside('harm'),
    againstIlls: new RegExp(
      `^${of('struggle')}\\b(?: (?:a|the|its|their|his|her|this|long|losing|uphill|${of('struggle')})){0,4}(?: (?:on|against))?(?: the)? ${of('ill')}\\b`,
      'i',
    ),
    players: inside('player'),
    noVictim: new RegExp(
      `^ (?:off )?(?:(?:an?|the|any|all|his|her|its|their|our|this|that)(?: [\\w-]+)? )?${of('lifeless')}(?=$|[,.;:!?]| (?:in|on|at|by|with|for|after|before|when|as|and|off|of|late|early|that|which|this|last|\\w+day|to|from|over|because|while|but)\\b)`,
      'i',
    ),
    critics: new RegExp(
      `^ (?:in (?:parliament|congress|the (?:press|media|senate|house|commons))|over|for (?!(?:an?|the|about|some|nearly|more|over|\\w+) (?:hours?|minutes?|days?|weeks?|nights?|\\w+ hours?))|from (?:the |his |her |its )?(?:own )?(?:[\\w-]+ )?${of('critic')})\\b`,
      'i',
    ),
    title: new RegExp(`\\b${of('work')}s?,? [“"‘']?$`, 'i'),
    tells: new RegExp(
      `\\bin (?:the|an?|her|his|their|this|one) (?:[\\w-]+ )?${of('work')}(?:,| (?:an?|the|his|her|some|one|two|three)\\b)[^.!?;]*$|\\b(?:the|an?|her|his|new|this) (?:[\\w-]+ )?${of('work')}\\b(?!-?makers?)[^.!?]*\\b(?:shows?|tells?|depicts?|portrays?|recounts?|imagines?|in which|about|plot)\\b[^.!?]*$`,
      'i',
    ),
    thing: new RegExp(`^${of('thing')}s?$`),
  }
}
