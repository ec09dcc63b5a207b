// The publishing status of a news item -> a warning where its provider has taken it back, or holds it.

import type { Warning } from '../../types.ts'

/** @param status "usable", "stat:canceled", ... */
export function withdrawn(status: string | undefined): Warning[] {
  const bare =
    status
      ?.replace(/^.*[:/]/, '')
      .trim()
      .toLowerCase() ?? 'usable'
  if (bare === 'usable' || bare === '') return []
  return [
    {
      code: 'not-usable',
      message: `its provider marks the item as "${bare.slice(0, 40)}": it was withdrawn or is on hold`,
    },
  ]
}
