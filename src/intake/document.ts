// The door: bytes as received -> Document, by the first format that knows them.

import { createHash } from 'node:crypto'
import { newsItem } from './agency/newsml.ts'
import { newsItem1 } from './agency/newsml1.ts'
import { ninjs } from './agency/ninjs.ts'
import { claimReview } from './claims/claim-review.ts'
import { feedEntry } from './feed/entry.ts'
import type { Format } from './format.ts'
import { html } from './html/html.ts'
import { envelope } from './io/envelope.ts'
import { message } from './mail/message.ts'
import { msg } from './mail/msg.ts'
import { docx } from './office/docx.ts'
import { flatOdt, odt } from './office/odt.ts'
import { rtf } from './office/rtf.ts'
import { openWith } from './open-with.ts'
import { pdf } from './pdf/pdf.ts'
import { subtitles } from './subtitles/subtitles.ts'
import { row } from './table/row.ts'
import { markdown } from './text/markdown.ts'
import { plain } from './text/plain.ts'

/** In the order they are asked; plain text takes what is left. */
const FORMATS: readonly Format[] = [
  pdf,
  msg,
  docx,
  odt,
  flatOdt,
  rtf,
  feedEntry,
  ninjs,
  newsItem,
  newsItem1,
  claimReview,
  row,
  envelope,
  message,
  subtitles,
  markdown,
  html,
  plain,
]

/** Throws UserError where the bytes hold nothing that can be read. */
export const openDocument = openWith(FORMATS, (bytes) => createHash('sha256').update(bytes).digest('hex'))
