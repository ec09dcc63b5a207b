// The participants of an event -> its parties: what comparison looks at of each.

import { wordsAt } from '../reading/words-at.ts'
import type { Entity, EventMention } from '../types.ts'
import { placedBody } from './bodies.ts'
import type { Party } from './mention.ts'
import { nameWords } from './words.ts'

/**
 * @param entities of the article, by their ids
 * @param home the country that the article is about
 */
export const partiesOf = (
  { participants }: EventMention,
  entities: ReadonlyMap<string, Entity>,
  text: string,
  home: string | undefined,
): Party[] =>
  participants.map(({ role, kind, named, spans, entity, side, camp, body }): Party => {
    const known = entity === undefined ? undefined : entities.get(entity)
    const said = wordsAt(text, spans)
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
      ...(body === undefined ? {} : { body: placedBody(body, home) }),
      ...(named && known?.type === 'person' ? { person: true as const } : {}),
      ...(named && known?.type === 'place' ? { where: known.place?.precision ?? 'settlement' } : {}),
      span: spans[0],
    }
  })
