// A reviewed article -> its places with coordinates, in the format of geoparsing corpora: every occurrence of a name. `discard` lists
// what nobody reviewed.

import { headOf, merged, type Reviewed, within } from './labelled.ts'

export function labelledPlaces(reviewed: Reviewed) {
  const { article, who } = reviewed
  const { id, title, date, text } = headOf(reviewed)
  const places = article.entities.filter(({ type, place, decided }) => decided || type === 'place' || place)
  const namesOf = ({ mentions }: (typeof places)[number]) =>
    mentions.flatMap(({ kind, span }) => (kind === 'name' ? [within(reviewed, span)] : []))
  return {
    id,
    title,
    url: article.url ?? null,
    date,
    annotator: who,
    text,
    places: places
      .filter(({ decided }) => decided)
      .flatMap((entity) => namesOf(entity).map(([start, end]) => ({ start, end, place: entity.place })))
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, place }) => ({
        start,
        end,
        name: text.slice(start, end),
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
        ...(place?.geonameId === undefined ? {} : { geonameId: place.geonameId }),
        ...(place?.country === undefined ? {} : { countryCode: place.country }),
      })),
    discard: merged(places.filter(({ decided }) => !decided).flatMap(namesOf)),
  }
}
