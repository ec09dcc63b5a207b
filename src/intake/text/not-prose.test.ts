import { describe, expect, test } from 'vitest'
import { tellAll } from '../../testing/unpack-all.ts'
import { nameNotProse } from './not-prose.ts'

const nameOf = (text: string): string | null => nameNotProse(text)?.name ?? null

describe('what is no prose is told by its shape', () => {
  test.each<[string, string]>([
    ['{"title": "Quay shut", "body": "The quay is shut, he said."}', 'JSON'],
    ['\ufeff[\n {"text": "The quay is shut, he said."}\n]', 'JSON'],
    ['{"text":"One."}\n{"text":"Two."}', 'JSON'],
    ['["The quay is shut, he said."]', 'JSON'],
    ['window.feed.posts = [ {"text": "The quay is shut."} ]', 'JSON'],
    ['<?xml version="1.0"?>\n<sitemap><url>x</url></sitemap>', 'XML (<sitemap>)'],
    ['<!-- made by hand --><doc:report>He said so.</doc:report>', 'XML (<doc:report>)'],
    ['{\\rtf1\\ansi The quay is shut, he said.\\par}', 'an RTF document'],
    ['BEGIN:VCARD\nFN:Zoë Hart\nEND:VCARD', 'an address card or a calendar'],
    ['% by hand\n\\documentclass{article}\n\\begin{document}\nHe said so.\n\\end{document}', 'a LaTeX source'],
    ['TY  - NEWS\nTI  - Quay shut\nER  - \n', 'a list of references (RIS)'],
    ['[Script Info]\nTitle: Quay\n\n[Events]\n', 'a file of subtitles (SSA or ASS)'],
    [
      '9001\t20210504\t202105\t2021\t2021.34\tGOV\n9002\t20210504\t202105\t2021\t2021.34\tMIL\n',
      'a table of coded events (GDELT)',
    ],
    ['date,author,text\n2021-05-04,Zoë,"The quay is shut, he said."\n', 'a table'],
    ['a;b\n1;The army said so', 'a table'],
    ['id\ttext\n1\tHe said so.\n2\tShe denied it.\n', 'a table'],
    ['name,note\n"Hart, Zoë","said:\n""No."""\nKolar,denied\n', 'a table'],
    ['body{color:red}', 'a style sheet'],
    [
      '@media print {\n  .a, .b > c:hover { margin: 0; color: #fff }\n}\n/* He said so. */\nh1 { top: 1px; }',
      'a style sheet',
    ],
    ['print("The army said that it had left.")', 'a script or the source of a program'],
    ['var a = "The army said so.";\nfunction b(c) {\n  return a + c;\n}', 'a script or the source of a program'],
    ['#!/bin/sh\necho_all() {\n  x="He said so"\n}\n', 'a script or the source of a program'],
    [
      '!function(e,t){"use strict";var n=e.said;for(;n;){t[n]=e;n=n.next}}(window,[1,2,3]);',
      'a script or the source of a program',
    ],
    ['[quay]\nshut = true\nby = harbour master\n', 'a configuration file'],
    ['quay:\n  shut: true\n  by: master\n  since: 2021\n', 'a configuration file'],
    ['zlib==1.2\nopenssl>=3.0\nabc==2', 'a configuration file'],
    [
      '2021-05-04 10:00:01 INFO The server said that it was ready.\n2021-05-04 10:00:02 WARN It left.',
      "a program's log",
    ],
    ['diff --git a/x b/x\n-He said so.', 'a list of changes to files'],
  ])('%j', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })

  test.each<[string, string]>([
    ['[Editor’s note: names were changed.] The quay is shut, he said.', 'a note in brackets'],
    ['{sic} The quay is shut.', 'braces'],
    ['London, Monday\nThe army said, on Tuesday, that it had left.', 'commas of prose'],
    ['Harbour to cut 10,000 jobs\nThe port said it would cut 10,000 jobs.', 'a number with a comma'],
    ['Quay shut; dam holds\nThe clerk said so; the mayor denied it.', 'semicolons of prose'],
    ['MINISTER: We will go.\nARMY: We stay.\nMINISTER: Then so be it.', 'a transcript'],
    ['q: Why did he go?\na: He was told to go.\nq: By whom was he told?', 'a transcript in small letters'],
    ['From: Zoë\nSubject: Quay\n\nThe quay is shut, he said.', 'headers that people write'],
    ['let him out for half an hour, she said', 'words that programs use'],
    [
      'import duties rose, the minister said;\nfor the army (which had left) nothing changed.',
      'lines of prose with such words',
    ],
    ['The rule { color: red } was cited.\nThe clerk said that f(x) = 2; he was wrong.', 'code that is talked about'],
    ['3 = the number of men whom the police named.', 'a sign of mathematics'],
    ['# The dam\n\nThe dam holds, the clerk said.', 'a heading'],
    ['- The dam holds.\n- The quay is shut.\n- The road is open.', 'a list of sentences'],
    ['10 March 2026 INFORMATION from the ministry: the dam holds.', 'a date that begins a report'],
    ['<unnamed> said that he had left.', 'angle brackets'],
    ['Nine people were killed.', 'a sentence'],
    ['', 'nothing'],
  ])('%j is prose (%s)', (text) => {
    expect(nameOf(text)).toBeNull()
  })
})

test('a file is refused with one line, unless somebody insists', async () => {
  const json = Buffer.from('{"body": "The quay is shut, he said."}')
  expect(await tellAll('a.json', json)).toEqual([
    expect.stringMatching(
      /^a\.json! this is JSON, not prose; put each article on a line of its own as .* --input text$/,
    ),
  ])
})

test('takes time by the length of the text alone', () => {
  for (const piece of ['{', '}', '<!--', '<!-- -->', 'a{b:', ',', '"', 'a=', '[', '/*a', '(\n', 'a: ', '<a ', '{"'])
    expect(() => nameNotProse(piece.repeat(100_000 / piece.length))).not.toThrow()
})
