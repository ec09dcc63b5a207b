// A process of the pool: a document's bytes in; its reading as JSON out, or why there is none.

import { loadReader } from './load-reader.ts'
import { serveReader } from './serve-reader.ts'

serveReader(loadReader)
