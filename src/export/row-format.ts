// What is exported: rows as each format of them takes them, and the pieces that every format gives, one after the other.

export type Cell = string | number | boolean | null

export type Row = Readonly<Record<string, Cell>>

/** Text, or bytes where the format is binary. */
export type Piece = string | Uint8Array
