// Pieces of text or bytes -> an output, one after another.

import type { Piece } from '../../export/rows.ts'
import type { Output } from './output.ts'

export async function printPieces(pieces: Iterable<Piece>, output: Output): Promise<void> {
  for (const piece of pieces) if (piece.length > 0) await output.write(piece)
}
