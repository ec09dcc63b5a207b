// An address -> the same address in the collection that a page shows: it stands in every address as "?collection=...", so that links can be
// sent on and opened anew.

export const collectionOf = (address: URL): string | null => address.searchParams.get('collection') || null

/** An address that names a collection itself keeps it; "collection=" leaves the one that is shown. */
export function inCollectionOf(shown: URL, to: URL): URL {
  const address = new URL(to)
  const now = collectionOf(shown)
  if (address.searchParams.get('collection') === '') address.searchParams.delete('collection')
  else if (now !== null && !address.searchParams.has('collection')) address.searchParams.set('collection', now)
  return address
}

/** What is asked of the server is of that collection too. */
export function askedIn(collection: string | null, path: string): string {
  if (collection === null || /[?&]collection=/.test(path)) return path
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ collection })}`
}
