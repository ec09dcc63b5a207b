import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../../testing/make-zip.ts'
import { openAll } from '../../testing/open-all.ts'
import { parseCellDate } from './cell-date.ts'
import { parseColumns } from './columns.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const SAID = 'The mayor of Zerin said on Tuesday that the bridge was closed.'
const DENIED = 'The council denied that anyone had been hurt when it cracked.'

/** What is known of each document, its text first. */
const all = async (...args: Parameters<typeof openAll>) =>
  (await openAll(...args)).documents.map(({ text, origin, metadata: { published, ...metadata } }) => ({
    text,
    origin,
    ...metadata,
    ...(published ? { published: published.value } : {}),
  }))

describe('each row is a document, whoever wrote the table', () => {
  test.each(['python-csv.csv', 'openpyxl.xlsx'])('%s', async (name) => {
    expect(await all(name, fixture(name))).toEqual([
      {
        text: 'The mayor of Zerin, Tomas Hala, said on Tuesday that the bridge was closed.',
        origin: `${name}#row 2`,
        outlet: 'Lanta Wire',
        url: 'https://lanta.example/1',
        published: '2021-05-04',
      },
      {
        text: 'Nobody was hurt when two piers cracked, the council said.\n\nIt asked for help.',
        origin: `${name}#row 3`,
        outlet: 'Zerin Post',
        url: 'https://post.example/2',
        published: '2021-05-05',
      },
    ])
  })

  test.each<[name: string, content: string | Uint8Array, why: string]>([
    [
      'a.csv',
      `\ufeffdate;author;text\r\n2021-05-04;@lanta;"${SAID}"\r\n`,
      'semicolons and a mark, as European spreadsheets write them',
    ],
    ['a.txt', `date\tauthor\ttext\n4 May 2021\t@lanta\t${SAID}\n`, 'tabs, and a name that does not say so'],
    [
      'a.csv',
      Buffer.from(`\ufeffdate\tauthor\ttext\n2021-05-04\t@lanta\t${SAID}\n`, 'utf16le'),
      'UTF-16, as "Unicode text"',
    ],
    ['a.json', JSON.stringify([{ date: '2021-05-04', author: '@lanta', text: SAID, likes: 7 }]), 'a list in JSON'],
    [
      'a.json',
      JSON.stringify(
        {
          status: 'ok',
          totalResults: 1,
          articles: [
            { source: { id: null, name: '@lanta' }, author: 'lanta', publishedAt: '2021-05-04', content: SAID },
          ],
        },
        null,
        2,
      ),
      'a list in an object',
    ],
    [
      'a.ndjson',
      `${JSON.stringify({ id: '7', created_at: '2021-05-04', author: '@lanta', full_text: SAID })}\n`,
      'lines of another program',
    ],
    ['a.csv', `date,author,text\n2021-05-04,@lanta,${SAID}\n,,\n2021-05-04,@lanta,\n`, 'rows without words'],
  ])('%s: %#', async (name, content) => {
    expect(await all(name, content)).toMatchObject([
      { text: SAID, outlet: '@lanta', bylines: ['lanta'], published: '2021-05-04' },
    ])
  })

  test('what was taken for what is shown, and people can say otherwise', async () => {
    const table = `when,words,paper,more\n04/05/2021,"${SAID}",Lanta Wire,"${DENIED}"\n13/05/2021,"${SAID}",Lanta Wire,x\n`
    const guessed = await openAll('a.csv', table)
    expect(guessed.notes).toEqual(['a table, its columns read as --columns text=words'])
    const columns = parseColumns('text=more, date=when,outlet=paper')
    const { notes, documents } = await openAll('a.csv', table, { columns })
    expect(notes).toEqual(['a table, its columns read as --columns text=more,date=when,outlet=paper,dates=dmy'])
    expect(documents[0]).toMatchObject({
      text: DENIED,
      metadata: { outlet: 'Lanta Wire', published: { value: '2021-05-04' } },
    })
  })

  test('the bytes of a row are its cells, so the same row is the same document in any table', async () => {
    const [one] = (await openAll('a.csv', `date,text\n2021-05-04,${SAID}\n`)).documents
    const [other] = (
      await openAll('b.tsv', `date\ttext\n2021-05-03\t${DENIED}\n2021-05-04\t${SAID}\n`)
    ).documents.slice(1)
    expect(other.sha256).toBe(one.sha256)
  })

  test('what people say of all of it goes before what its rows say', async () => {
    const given = { outlet: 'Zerin Post', published: { value: '2021-06', basis: 'given' } } as const
    expect(await all('a.csv', `date,text\n2021-05-04,${SAID}\n`, { given })).toMatchObject([
      { outlet: 'Zerin Post', published: '2021-06' },
    ])
  })
})

describe('what is no table of reports', () => {
  test.each<[content: string, failure: string, why: string]>([
    [
      'date,place,killed\n2021-05-04,Zerin,3\n',
      'none of its columns looks like the text of a report (date, place, killed)',
      'numbers alone',
    ],
    [
      'event_id_cnty,event_date,notes,fatalities\nX1,4 May 2021,"A long note about what happened there.",9\n',
      'this is a table of coded events (ACLED)',
      'it is compared',
    ],
    [
      'id,date_start,best,type_of_violence,source_article\n1,2021-05-04,3,1,"Lanta Wire, 2021-05-04, three killed at the bridge"\n',
      'this is a table of coded events (UCDP GED)',
      'it is compared',
    ],
    [
      '[{"date": "2021-05-04", "text": 7}]',
      'none of its columns looks like the text of a report',
      'a number is no text',
    ],
    ['[{"date": "2021-05-04", "text": "x"', 'malformed JSON', 'cut off'],
  ])('%s', async (content, failure) => {
    const { documents, failures } = await openAll('a.csv', content)
    expect(documents).toEqual([])
    expect(failures[0]).toContain(failure)
  })

  test.each<[content: string, why: string]>([
    ['Nine people, the police said, were hurt.\nThe mayor, Tomas Hala, denied it.\n', 'prose with commas'],
    ['Source, date\n\nThe mayor said so, and left.\n', 'a line of credits'],
    ['Title; text\n\nThe mayor said so.\n', 'a heading with a semicolon'],
  ])('%s stays prose', async (content) => {
    expect((await openAll('a.txt', content)).documents).toMatchObject([{ mediaType: 'text/plain', text: content }])
  })

  test('a column that is not there', async () => {
    const { failures } = await openAll('a.csv', `date,text\n2021-05-04,${SAID}\n`, { columns: { text: 'body' } })
    expect(failures).toEqual(['a.csv! there is no column "body"; its columns are date, text'])
  })

  test.each(['text', 'words=a', 'dates=ymd', 'text='])('--columns %s', (typed) => {
    expect(() => parseColumns(typed)).toThrow('names no column')
  })
})

describe('tables made to do harm', () => {
  test('quotation marks that never end, rows of any width, names that clash with what every object has', async () => {
    expect(
      (await openAll('a.csv', `date,text\n2021-05-04,"${SAID}\n${'x,'.repeat(100_000)}`)).failures.length,
    ).toBeLessThan(2)
    expect((await openAll('a.csv', `date,text\n${','.repeat(50_000)}\n2021-05-04,${SAID}\n`)).documents).toHaveLength(1)
    expect(await all('a.csv', `date,text,__proto__,constructor\n2021-05-04,${SAID},a,b\n`)).toMatchObject([
      { text: SAID },
    ])
  })

  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const sheetOf = (...rows: string[][]) =>
    `<worksheet><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, at) => cell(`${'ABC'[at]}${row + 1}`, text)).join('')}</row>`).join('')}</sheetData></worksheet>`
  const bookOf = (...sheets: string[]) =>
    makeZip([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: Buffer.from(sheet) })),
    ])

  test('each sheet says for itself which of its columns is what; one of figures is passed over, and people are told', async () => {
    const book = bookOf(
      sheetOf(['Text', 'Source'], [SAID, 'Lanta Wire']),
      sheetOf(['message', 'channel'], [DENIED, 'Zerin Today']),
      sheetOf(['key', 'value'], ['made by', 'Ivo']),
    )
    expect(await all('a.xlsx', book)).toEqual([
      { text: SAID, origin: 'a.xlsx#sheet 1, row 2', outlet: 'Lanta Wire' },
      { text: DENIED, origin: 'a.xlsx#sheet 2, row 2', outlet: 'Zerin Today' },
    ])
    expect((await openAll('a.xlsx', book)).notes).toContainEqual(
      expect.stringMatching(/^sheet 3: none of its columns looks like/),
    )
  })

  test('the names of the columns may stand below a title', async () => {
    expect(await all('a.xlsx', bookOf(sheetOf(['Monitor'], [], ['Nr', 'Report'], ['1', SAID])))).toEqual([
      { text: SAID, origin: 'a.xlsx#row 4' },
    ])
  })

  test.each<[content: string, origin: string, why: string]>([
    [`sep=;\r\ntext;source\r\n${SAID};Zerin Post\r\n`, 'a.csv#row 3', 'as Excel says it'],
    [`Monitor of the river\nMay 2021\n\ntext,source\n"${SAID}",Zerin Post\n`, 'a.csv#row 5', 'a title and a month'],
    [`Monitor;;\nText;Quelle;Datum\n${SAID};Zerin Post;\n`, 'a.csv#row 3', 'a title with the marks of its row'],
  ])('%j (%s)', async (content, origin) => {
    expect(await all('a.csv', content)).toEqual([{ text: SAID, origin, outlet: 'Zerin Post' }])
  })

  test('spreadsheets in other languages call their columns otherwise', async () => {
    expect(await all('a.csv', `Titel;Text;Datum;Quelle\nQuay;${SAID};4.5.2021;Zerin Post\n`)).toMatchObject([
      { title: 'Quay', published: '2021-05-04', outlet: 'Zerin Post' },
    ])
    expect(await all('a.csv', `título,texto,fecha,fuente\nQuay,"${SAID}",2021-05-04,Zerin Post\n`)).toMatchObject([
      { title: 'Quay', published: '2021-05-04', outlet: 'Zerin Post' },
    ])
    // "data" is a date in some, and no date without a number.
    expect(await all('a.csv', `text,data\n"${SAID}",open\n`)).toEqual([{ text: SAID, origin: 'a.csv#row 2' }])
  })

  test('a post that was passed on is the word of whoever wrote it', async () => {
    expect(await all('a.csv', `username,text\nada,"RT @column: ${SAID}"\n`)).toEqual([
      { text: SAID, origin: 'a.csv#row 2', outlet: '@column', relayedBy: ['ada'] },
    ])
    expect(await all('a.csv', `username,text\nada,RT is a channel: ${SAID}\n`)).toMatchObject([{ outlet: 'ada' }])
  })

  test('a list may lie deeper in its file', async () => {
    expect(await all('a.json', JSON.stringify({ data: { articles: [{ title: 'Quay', body: SAID }] } }))).toMatchObject([
      { title: 'Quay' },
    ])
  })

  test('an article of news-please, whose "text" is empty', async () => {
    const article = {
      authors: ['Rosa Lind'],
      date_publish: '2021-05-04 18:05:00',
      maintext: SAID,
      source_domain: 'zerin.example',
      text: null,
      title: 'Quay',
    }
    expect(await all('a.json', JSON.stringify(article, null, 1))).toMatchObject([
      { title: 'Quay', outlet: 'zerin.example', bylines: ['Rosa Lind'], published: '2021-05-04' },
    ])
  })

  test('a sheet whose cells lie beyond the last column that a spreadsheet has, and strings that are not there', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c><c r="B1" t="inlineStr"><is><t>date</t></is></c></row><row r="2"><c r="ZZZ2" t="s"><v>99999999999</v></c><c r="A2" t="s"><v>-1</v></c></row></sheetData></worksheet>'
    const book = makeZip([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) },
    ])
    const { documents, failures } = await openAll('a.xlsx', book)
    expect(documents).toEqual([])
    expect(failures[0]).toContain('this workbook holds no row of cells below')
  })
})

describe('dates of cells', () => {
  test.each<[cell: string, order: 'dmy' | 'mdy' | undefined, date: string | null, why: string]>([
    ['Tue May 04 18:05:00 +0000 2021', undefined, '2021-05-04T18:05:00Z', 'as Twitter writes it'],
    ['1620151500', undefined, '2021-05-04T18:05:00Z', 'seconds since 1970'],
    ['1620151500000', undefined, '2021-05-04T18:05:00Z', 'milliseconds'],
    ['20210504', undefined, '2021-05-04', 'run together'],
    ['2021-05-04 18:05', undefined, '2021-05-04', 'a clock without its zone'],
    ['2021-05-04T18:05:00.000Z', undefined, '2021-05-04T18:05:00Z', 'ISO'],
    ['4 May 2021', undefined, '2021-05-04', 'words'],
    ['May 4, 2021 6:05 PM', undefined, '2021-05-04', 'words and a clock'],
    ['04.05.2021 18:05', undefined, '2021-05-04', 'points: the day first'],
    ['13/05/2021', undefined, '2021-05-13', 'there is no month 13'],
    ['05/13/21', undefined, '2021-05-13', 'nor here'],
    ['04/05/2021', undefined, null, 'either'],
    ['04/05/2021', 'dmy', '2021-05-04', 'the table shows it'],
    ['04/05/2021', 'mdy', '2021-04-05', 'the table shows it'],
    ['31/02/2021', 'dmy', null, 'no such day'],
    ['yesterday', undefined, null, 'no date'],
    ['42', undefined, null, 'a number'],
  ])('%s', (cell, order, date) => {
    expect(parseCellDate(cell, order)).toBe(date)
  })
})
