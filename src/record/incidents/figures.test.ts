import { expect, test } from 'vitest'
import { inventRecord } from '../../testing/invented-record.ts'
import { refreshNow } from '../../testing/refresh-now.ts'
import { fileDocuments } from '../collections.ts'
import { listSourceFigures, mostCited } from './figures.ts'

test('those cited most are the first of all, without counting all', () => {
  let number = 0
  const record = inventRecord(60, (reading) => {
    // Some speak often, many once; every third has no name.
    const at = number++
    const articles = reading.articles.map((article) => ({
      ...article,
      statements: article.statements.map((statement) => ({
        ...statement,
        source: statement.source && {
          ...statement.source,
          name: `Source ${Math.floor(at ** 2 / 120)}`,
          named: at % 3 > 0,
        },
      })),
    }))
    return { ...reading, articles }
  })
  fileDocuments(record, [1, 2, 3, 5, 8, 13, 21, 34, 55], 'Drava', { who: 'Ada', at: '2024-05-01T12:00:00.000Z' })
  for (const isFresh of [false, true]) {
    if (isFresh) refreshNow(record)
    for (const scope of [{}, { collection: 'Drava' }, { collection: 'nothing' }])
      for (const limit of [1, 2, 8, 100])
        expect(mostCited(record, { ...scope, limit }), JSON.stringify({ scope, limit, isFresh })).toEqual(
          listSourceFigures(record, { ...scope, named: true, limit }),
        )
  }
})
