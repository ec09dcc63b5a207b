// The library: read a document, reconcile readings, both purely; everything else a program needs to call them. docs/library.md explains it.

export type { Incoming } from './intake/container.ts'
export { openDocument } from './intake/document.ts'
export { unpackBytes } from './intake/io/unpack.ts'
export { read, readPart } from './pipeline.ts'
export { openReconciler, type Reconciler, reconcile } from './reconciling/reconcile.ts'
export { loadResources, type Resources } from './resources.ts'
export type * from './types.ts'
export { UserError } from './user-error.ts'
