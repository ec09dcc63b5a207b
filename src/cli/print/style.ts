// Colours for what is printed, plain where colour is off: no terminal, NO_COLOR, TERM=dumb; FORCE_COLOR turns it on.

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

/** A document's id as it is shown and can be typed: of a hash the start. */
export const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 10) : id)
