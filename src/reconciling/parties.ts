// The participants of an event -> its parties: what comparison looks at of each.

import type { Entity, EventMention } from '../types.ts'
import type { Party } from './mention.ts'
import { nameWords } from './words.ts'

/** @param entities of the article, by their ids */
export const partiesOf = (
  { participants }: EventMention,
  entities: ReadonlyMap<string, Entity>,
  text: string,
): Party[] =>
  participants.map(({ role, kind, named, spans, entity, side, camp }): Party => {
    const known = entity === undefined ? undefined : entities.get(entity)
    const said = spans.map((span) => text.slice(...span)).join(' ')
    const { country, sector } = known?.actor ?? {}
    return {
      role,
      kind,
      named,
      text: named && known ? known.name : said,
      words: nameWords(named && known ? known.name : said),
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
      ...(side === undefined ? {} : { side }),
      ...(camp === undefined ? {} : { camp }),
      ...(named && known?.type === 'place' ? { where: known.place?.precision ?? 'settlement' } : {}),
      span: spans[0],
    }
  })
