// Pieces of text -> an output, one after the other.

import type { Output } from './output.ts'

export async function printPieces(pieces: Iterable<string>, output: Output): Promise<void> {
  for (const piece of pieces) if (piece !== '') await output.write(piece)
}
