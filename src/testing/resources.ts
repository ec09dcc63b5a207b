// The reader's resources, loaded once for all tests of a worker: the model takes a second and 100 MB.

import { loadResources, type Resources } from '../resources.ts'

let loading: Promise<Resources> | null = null

export function sharedResources(): Promise<Resources> {
  loading ??= loadResources()
  return loading
}
