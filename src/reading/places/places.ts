// An article and its entities -> the entities with every place resolved to a point, and those added that only the
// gazetteer knew to be places.

import type { Place } from '../../gazetteer/gazetteer.ts'
import { lookUp } from '../../gazetteer/look-up.ts'
import type { Resources } from '../../resources.ts'
import type { ArticleText, Entity, Span } from '../../types.ts'
import { indexSpans, type SpanIndex } from '../spans.ts'
import { belowFloor, type Tie } from './below-floor.ts'
import { calledIn } from './calling.ts'
import { type Container, containerAfter } from './containment.ts'
import { describePlace, type EntityPlace } from './describe.ts'
import { withDescribed } from './described.ts'
import { withoutMisplaced } from './misplaced.ts'
import { nationalitiesIn } from './nationality.ts'
import { nationsOf } from './nations.ts'
import type { PlaceLexicon, PlaceName } from './recognise.ts'
import { relationBefore } from './relation.ts'
import { type Named, type Resolved, resolveNames } from './resolve.ts'

/** From here on a name is taken for a place. */
const LIKELY = 0.5

/** @param names what may be a place's name in the article, as recognised before; @param id of the article @param kept entities that statements refer to */
export function resolvePlaces(
  article: ArticleText,
  entities: readonly Entity[],
  names: readonly PlaceName[],
  id: string,
  lexicon: PlaceLexicon & Pick<Resources, 'names'>,
  kept: ReadonlySet<string> = new Set(),
): Entity[] {
  const mentions = indexSpans(
    entities.flatMap((entity) =>
      entity.mentions.filter(({ kind }) => kind === 'name').map(({ span }) => [span, entity] as const),
    ),
  )
  const taken = names.filter((name) => isPlace(name, mentions))
  const nationalities = nationalitiesIn(article, lexicon)
  const groups = groupNames(taken, article, lexicon, nationalities)
  const resolved = resolveNames(
    [...groups.values()],
    { home: homeOf(article.outlet, lexicon), nations: nationalities.counts },
    lexicon.gazetteer,
  )
  const byEntity = new Map<Entity, PlaceName>()
  const fresh = new Map<string, PlaceName[]>()
  for (const name of taken) {
    const owner = ownerOf(name.span, mentions)
    if (owner?.type === 'place') {
      if (!byEntity.has(owner)) byEntity.set(owner, name)
    } else {
      const list = fresh.get(name.form)
      if (list) list.push(name)
      else fresh.set(name.form, [name])
      // "Douglas County Airport" stands where Douglas County is, "Douglas County Council" acts for its country
      if ((owner?.type === 'facility' || owner?.type === 'organisation') && !byEntity.has(owner))
        byEntity.set(owner, name)
    }
  }
  const below = belowFloor(article, taken)
  const settled = entities.map((entity) => {
    const name = byEntity.get(entity)
    const place = name && placeOf(name, resolved, lexicon)
    if (entity.type === 'organisation') return place ? actingFor(entity, place.country) : entity
    if (!place) return tied(entity, below(entity), resolved, lexicon)
    return { ...entity, place: entity.type === 'facility' ? { ...place, precision: coarser(place.precision) } : place }
  })
  const added = Array.from(fresh.values(), (group) => ({
    type: 'place' as const,
    name: group[0].surface,
    mentions: group.map(({ span }) => ({ span, kind: 'name' as const })),
    ...placeField(placeOf(group[0], resolved, lexicon)),
  }))
  const related = relatedPlaces(article, taken, resolved, lexicon)
  const all = withoutMisplaced([
    ...settled,
    ...[...added, ...related].map(
      (entity, index): Entity => ({ id: `${id}.e${entities.length + index + 1}`, ...entity }),
    ),
  ])
  return withDescribed(all, article.text, lexicon.names, nationsOf(lexicon), kept)
}

const actingFor = (entity: Entity, country: string | undefined): Entity =>
  country && !entity.actor?.country ? { ...entity, actor: { ...entity.actor, country } } : entity

/** A village that no gazetteer lists, or a hospital, in the place that the text ties it to. */
function tied(entity: Entity, tie: Tie | null, resolved: ReadonlyMap<string, Resolved>, lexicon: PlaceLexicon): Entity {
  const place = tie && placeOf(tie.name, resolved, lexicon)
  if (!place) return entity
  const { geonameId: _, featureCode: __, ...point } = place
  return { ...entity, place: { ...point, precision: coarser(place.precision), relation: tie.words } }
}

const placeField = (place: EntityPlace | undefined) => (place ? { place } : {})

/** A facility's point is that of the place it is named after: no better than the settlement. */
const coarser = (precision: EntityPlace['precision']): EntityPlace['precision'] =>
  precision === 'exact' ? 'settlement' : precision

/** Likely, or taken for one when the article's names were told; never a part of a person's name. */
function isPlace({ span, likely }: PlaceName, mentions: SpanIndex<Entity>): boolean {
  const owner = ownerOf(span, mentions)
  if (owner?.type === 'person') return false
  return (
    likely > LIKELY || (owner?.type === 'place' && owner.mentions.some(({ span: own }) => own.join() === span.join()))
  )
}

const ownerOf = (span: Span, mentions: SpanIndex<Entity>): Entity | undefined => mentions.touching(span)[0]

function placeOf(
  name: PlaceName,
  resolved: ReadonlyMap<string, Resolved>,
  { gazetteer }: PlaceLexicon,
): EntityPlace | undefined {
  const found = resolved.get(name.form)
  return found && describePlace(found, gazetteer, name.likely)
}

/** "42 miles west of Baghdad" is another place than Baghdad. */
function relatedPlaces(
  { text }: ArticleText,
  names: readonly PlaceName[],
  resolved: ReadonlyMap<string, Resolved>,
  lexicon: PlaceLexicon,
): Omit<Entity, 'id'>[] {
  return names.flatMap((name) => {
    const relation = relationBefore(text, name.span)
    const found = relation && resolved.get(name.form)
    if (!found) return []
    const place = describePlace(found, lexicon.gazetteer, name.likely, relation)
    return [
      {
        type: 'place' as const,
        name: text.slice(...relation.span).replace(/\s+/g, ' '),
        mentions: [{ span: relation.span, kind: 'description' as const }],
        place,
      },
    ]
  })
}

function groupNames(
  names: readonly PlaceName[],
  article: ArticleText,
  lexicon: PlaceLexicon,
  nationalities: ReturnType<typeof nationalitiesIn>,
): Map<string, Named> {
  const stated = names.map((name) => containerAfter(name, { article, ...lexicon }))
  const starts = new Set(
    stated.flatMap((container, index) =>
      container && !container.listed ? [names[index].sentence.tokens[container.from].span[0]] : [],
    ),
  )
  const groups = new Map<string, { named: Named; stated: Container[] }>()
  names.forEach((name, index) => {
    const { form, listed, span } = name
    const group = groups.get(form) ?? {
      named: { form, listed, count: 0, called: null, stated: [], near: [], contains: false },
      stated: [],
    }
    const container = stated[index]
    if (container) group.stated.push(container)
    const nations = nationalities.before(name.sentence, name.from)
    for (const nation of nations)
      if (nation.weight === null) group.stated.push({ places: [nation.country], listed: false, from: 0, to: 0 })
    const { count, called, contains } = group.named
    group.named = {
      ...group.named,
      count: count + 1,
      called: called ?? calledIn(name),
      stated: group.stated,
      near: [...group.named.near, ...nations.filter(({ weight }) => weight !== null)],
      contains: contains || starts.has(span[0]),
    }
    groups.set(form, group)
  })
  return new Map(Array.from(groups, ([form, { named }]) => [form, named]))
}

/** "Erbil Post": places in the outlet's own name, which its reporting is mostly about. */
function homeOf(outlet: string | undefined, { gazetteer }: PlaceLexicon): Place[] {
  const words = (outlet ?? '')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}\p{L}{3,}/u.test(word))
    .slice(0, 6)
  return words.flatMap((word) =>
    lookUp(word, gazetteer)
      .filter(({ place, primary }) => primary && place.population > 1000)
      .map(({ place }) => place)
      .slice(0, 20),
  )
}
