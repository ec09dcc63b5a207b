// A category and the words of an event -> its PLOVER mode, by lexicon/modes.json.

export interface ModeFile {
  /** Of one category in the order in which they are tried, the most telling first. */
  entries: readonly { category: string; rank: number; mode: string; words: string }[]
}

export type Modes = ReadonlyMap<string, readonly { mode: string; words: RegExp }[]>

export function indexModes({ entries }: ModeFile): Modes {
  const modes = new Map<string, { mode: string; words: RegExp }[]>()
  for (const { category, mode, words } of entries) {
    const own = modes.get(category) ?? []
    own.push({ mode, words: new RegExp(`\\b(?:${words})\\b`, 'i') })
    modes.set(category, own)
  }
  return modes
}

/** @param tellers the words of the trigger and of the instruments */
export function modeOf(type: string, tellers: readonly string[], modes: Modes): string | undefined {
  const said = tellers.join(' ')
  return modes.get(type)?.find(({ words }) => words.test(said))?.mode
}
