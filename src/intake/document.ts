// The door: bytes as received -> Document, by the first format that knows them.

import { createHash } from 'node:crypto'
import { docx } from './docx.ts'
import { envelope } from './envelope.ts'
import { feedEntry } from './feed-entry.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { message } from './message.ts'
import { newsItem } from './newsml.ts'
import { ninjs } from './ninjs.ts'
import { odt } from './odt.ts'
import { openWith } from './open-with.ts'
import { pdf } from './pdf.ts'
import { plain } from './plain.ts'

/** In the order they are asked; plain text takes what is left. */
const FORMATS: readonly Format[] = [
  pdf,
  docx,
  odt,
  feedEntry,
  ninjs,
  newsItem,
  envelope,
  message,
  markdown,
  html,
  plain,
]

/** Throws UserError where the bytes hold nothing that can be read. */
export const openDocument = openWith(FORMATS, (bytes) => createHash('sha256').update(bytes).digest('hex'))
