// What a document may lack -> the condition, in SQL, that it does.

/** Documents with an article that lacks it. */
export const LACKING: Readonly<Record<'date' | 'outlet', string>> = {
  date: 'EXISTS (SELECT 1 FROM articles a WHERE a.document = d.number AND a.published IS NULL)',
  outlet: 'EXISTS (SELECT 1 FROM articles a WHERE a.document = d.number AND a.outlet IS NULL)',
}
export type Lacking = keyof typeof LACKING
