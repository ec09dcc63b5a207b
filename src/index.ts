// The library: read a document, purely; everything else a program needs to call it.

export { openDocument } from './intake/document.ts'
export { unpackBytes } from './intake/unpack.ts'
export { read } from './pipeline.ts'
export { loadResources, type Resources } from './resources.ts'
export type * from './types.ts'
