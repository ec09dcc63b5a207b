// The participants of an event -> its parties: what comparison looks at of each.

import { wordsAt } from '../reading/words-at.ts'
import type { Entity, EventMention } from '../types.ts'
import { placedBody } from './bodies.ts'
import type { Party } from './mention.ts'
import { type Naming, partyKeyOfParticipant } from './party-name.ts'
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
  naming: Naming,
): Party[] =>
  participants.map(({ role, kind, named, spans, entity, side, camp, body }): Party => {
    const known = entity === undefined ? undefined : entities.get(entity)
    const said = wordsAt(text, spans)
    const { country, sector } = known?.actor ?? {}
    const own = {
      words: nameWords(named && known ? known.name : said),
      ...(country === undefined ? {} : { country }),
      ...(body === undefined ? {} : { body: placedBody(body, home) }),
      ...(named && known?.type === 'person' ? { person: true as const } : {}),
    }
    const key = partyKeyOfParticipant(own, naming)
    return {
      ...own,
      ...(key === null ? {} : { key }),
      role,
      kind,
      named,
      text: named && known ? known.name : said,
      ...(sector === undefined ? {} : { sector }),
      ...(side === undefined ? {} : { side }),
      ...(camp === undefined ? {} : { camp }),
      ...(named && known?.type === 'place' ? { where: known.place?.precision ?? 'settlement' } : {}),
      span: spans[0],
    }
  })
