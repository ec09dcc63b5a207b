import { describe, expect, it } from 'vitest'
import type { Run } from './pieces.ts'
import { splitTitle } from './title.ts'

const run = (text: string): Run => ({
  text,
  linked: 0,
  pictured: false,
  box: { tag: 'p', hints: '', parent: null, depth: 1, first: 0, end: 1 },
  nodes: [],
})

describe('a stated title is the printed one and perhaps the outlet', () => {
  const imprint = [run('Menu'), run('Bridge closed'), run('© 2021 The Ledger')]
  const head = [run('The Ledger / World'), run('Bridge closed')]
  it.each<[string, string, Run[], string | undefined, string | undefined]>([
    ['Bridge closed | The Ledger', 'named in the imprint', imprint, undefined, 'The Ledger'],
    ['The Ledger - Bridge closed', 'named in the imprint, first', imprint, undefined, 'The Ledger'],
    ['The Ledger: Bridge closed', 'named at the head of the page', head, undefined, 'The Ledger'],
    ['Bridge closed — The Ledger', 'named in the address', [], 'https://www.the-ledger.example/a', 'The Ledger'],
    ['Bridge closed | Opinion', 'a section', [run('Opinion pages'), ...imprint].slice(1), undefined, undefined],
    ['Bridge closed | The Ledger', 'named nowhere', [], undefined, undefined],
    ['“Bridge” closed', 'nothing but marks is different', imprint, undefined, undefined],
  ])('%s (%s)', (stated, _, runs, url, outlet) => {
    const expected = outlet === undefined ? {} : { outlet }
    expect(splitTitle(stated, 'Bridge closed', runs, url)).toEqual({ title: 'Bridge closed', ...expected })
  })

  it.each(['Ferry runs aground', 'Bridge closed after storm | The Ledger', 'Closed'])('%s is another', (stated) => {
    expect(splitTitle(stated, 'Bridge closed', imprint, undefined)).toBeNull()
  })
})
