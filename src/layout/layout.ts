// Document -> its articles, each with its blocks.

import type { Document, Layout } from '../types.ts'

export function layOut(document: Document): Layout[] {
  return [
    {
      span: [0, document.text.length],
      blocks: document.passages.map(({ span, kind }) => ({ span, kind: kind ?? 'paragraph' })),
    },
  ]
}
