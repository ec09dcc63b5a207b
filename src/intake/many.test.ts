// Very many of one thing, more than a call can take as arguments -> read all the same.

import { expect, test } from 'vitest'
import { makeZip } from '../testing/make-zip.ts'
import { openAll } from '../testing/open-all.ts'

const MANY = 200_000
const LETTER = 'From: Ada <ada@a.example>\nSubject: Bridge\nDate: Thu, 12 Mar 2026 10:00:00 GMT\n\n'
const SAID = 'Ada said the bridge was closed.'
const page = (head: string, body: string) =>
  `<html><head><title>Bridge</title>${head}</head><body><article><h1>Bridge</h1><p>${SAID}</p>${body}</article></body></html>`
const docx = (body: string) =>
  makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ])
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

test.each<[what: string, name: string, content: string | Uint8Array]>([
  ['blank lines in a letter', 'a.eml', `${LETTER}${SAID}${'\n'.repeat(MANY)}Eve denied it.\n`],
  ['quoted lines in a letter', 'a.eml', `${LETTER}${SAID}\n${'> no\n'.repeat(MANY)}`],
  ['braces in a style', 'a.html', page(`<style>${'{'.repeat(MANY)}</style>`, '')],
  [
    'messages in a chat',
    'messages.html',
    page('', '<div class="message default"><div class="text">no</div></div>'.repeat(MANY / 10)),
  ],
  [
    'paragraphs in the one cell of a table',
    'a.docx',
    docx(`<w:tbl><w:tr><w:tc>${paragraph(SAID)}${paragraph('no').repeat(MANY)}</w:tc></w:tr></w:tbl>`),
  ],
])('%s', { timeout: 60_000 }, async (_, name, content) => {
  const { documents, failures } = await openAll(name, content)
  expect(failures).toEqual([])
  expect(documents.map(({ text }) => text.includes(SAID))).toEqual([true])
})
