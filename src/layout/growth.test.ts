// Very many lines that may be headlines -> their layout takes a time that grows with the length, not with its square.

import { expect, test } from 'vitest'
import { openDocument } from '../intake/document.ts'
import { growthOf, isLinear } from '../testing/growth.ts'
import { sharedResources } from '../testing/resources.ts'
import { layOut } from './layout.ts'

const resources = await sharedResources()
const BEGUN = 'The army said that gunmen had killed two people in Aleppo on Monday, and denied the rest.\n\n'

test.each(['“he said no\n\n', 'Bridge closed\n\n', 'Bridge closed\n\nHe said no.\n\n'])(
  '%j',
  { timeout: 120_000 },
  async (piece) => {
    const textOf = (length: number) => BEGUN + piece.repeat(length / piece.length)
    const growth = await growthOf(100_000, textOf, async (text) => {
      const bytes = new TextEncoder().encode(JSON.stringify({ id: 'case', text }))
      layOut(await openDocument({ bytes, origin: 'case' }), resources)
    })
    expect(growth).toSatisfy(isLinear)
  },
)
