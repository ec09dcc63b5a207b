// The library: read a document, reconcile readings, both purely; everything else a program needs to call them.

export { openDocument } from './intake/document.ts'
export { read } from './pipeline.ts'
export { openReconciler, type Reconciler, reconcile } from './reconciling/reconcile.ts'
export { loadResources, type Resources } from './resources.ts'
export type * from './types.ts'
