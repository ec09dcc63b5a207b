// Colours for output; none without a terminal, with NO_COLOR or with TERM=dumb. FORCE_COLOR turns them on.

import pc from 'picocolors'

export interface Style {
  colour: boolean
  width: number
  paint: ReturnType<typeof pc.createColors>
}

export function outputStyle(): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const { isTTY, columns } = process.stdout
  const colour = FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && isTTY === true && TERM !== 'dumb'
  return { colour, width: Math.max(40, columns ?? 100), paint: pc.createColors(colour) }
}

/** A document's id as it is shown and can be typed: the beginning, if it is a hash. */
export const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 10) : id)
