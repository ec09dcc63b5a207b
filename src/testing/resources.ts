// The reader's resources, loaded once for all tests of a worker: the model takes a second and 100 MB.

import { loadTagger } from '../language/tagger.ts'
import { loadResources, type Resources } from '../resources.ts'

let loading: Promise<Resources> | null = null

/** The tagger is new each time: it remembers unknown words, and what one test reads must not change what another finds. */
export async function sharedResources(): Promise<Resources> {
  loading ??= loadResources()
  return { ...(await loading), tagger: loadTagger() }
}
