// The nouns that cross rooms: readings, incidents, and what the stages hand each other.

export type * from './types/incident.ts'
export type * from './types/reading.ts'
export type * from './types/stages.ts'
