// A folder as people bring it: reports, copies of them, mail, archives, samples of every format, and all that is no report.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inventReports } from './invented-news.ts'
import { makeZip } from './make-zip.ts'
import { allSamples } from './samples.ts'

const FIXTURES = new URL('../intake/fixtures/', import.meta.url)
const bytes = (mark: string, length = 500): Buffer => Buffer.concat([Buffer.from(mark, 'latin1'), Buffer.alloc(length)])

/** What is refused, by the reason that it should be told under. */
export const REFUSED: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'no text but a picture': { 'picture.png': bytes('\x89PNG\r\n\x1a\n'), 'photo.JPG': bytes('\xff\xd8\xff\xe0') },
  'sound or video': { 'interview.mp3': bytes('ID3'), 'clip.mp4': bytes('\0\0\0\x18ftypmp42') },
  'old Office format': { 'old.doc': bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  'Outlook mailbox': { 'mailbox.pst': bytes('!BDN') },
  'still packed': { 'notes.7z': bytes('7z\xbc\xaf') },
  'program, or other binary data': { 'tool.exe': bytes('MZ\x90'), 'weights.bin': bytes('\x01\x02') },
  empty: { 'empty.txt': '', 'blank.txt': ' \n\n' },
  'data, code or settings': {
    'site/style.css': 'body { color: red; margin: 0 }\n.a { display: none }\n',
    'site/package.json': '{\n "name": "x",\n "version": "1.0.0"\n}\n',
    'server.log': '2026-03-10T10:00:00Z INFO started pid=1\n2026-03-10T10:00:01Z WARN slow ms=900\n'.repeat(3),
  },
  'coded events': {
    'events.csv':
      'event_id_cnty,event_date,year,event_type,actor1,country,location,latitude,longitude,notes,fatalities\nX1,10 March 2026,2026,Explosions,Column,Dorava,Kelbrook,1.0,2.0,"On 10 March, a mine killed nine.",9\n',
  },
  'without a column of text': { 'numbers.csv': 'a,b,c\n1,2,3\n4,5,6\n' },
  'damaged or cut off': Object.fromEntries(
    allSamples(FIXTURES)
      .filter(({ name }) => /\.(?:docx|odt|pdf|zip|xlsx|epub)$/.test(name) && !name.includes('password'))
      .map(({ name, bytes: whole }) => [`damaged/${name}`, whole.subarray(0, Math.floor(whole.length * 0.6))]),
  ),
}

/** What lies in folders and nobody asks about. */
const PASSED_OVER = ['.DS_Store', '~$report.docx', '__MACOSX/._a', 'README.md', 'page_files/app.js']

/** @returns how many files it has that are no documents, by reason */
export function makeMixedFolder(folder: string, { reports, copies }: { reports: number; copies: number }): void {
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const invented = inventReports(7, reports, 120)
  for (const { name, content } of invented) put(`reports/${name}`, content)
  for (const { name, content } of invented.slice(0, copies)) put(`sent again/${name}`, content)
  for (const { name, bytes: content } of allSamples(FIXTURES)) put(`samples/${name}`, content)
  put('bundle.zip', makeZip([{ name: 'in/note.txt', content: 'Nine people were hurt on Tuesday, the mayor said.' }]))
  put('page.html', '<!doctype html><title>Quay shut</title><p>The quay is shut, the harbour master said.</p>')
  for (const files of Object.values(REFUSED)) for (const [name, content] of Object.entries(files)) put(name, content)
  for (const name of PASSED_OVER) put(name, 'x')
}
