// The record's schema, as the steps that lead to it. A step that was published stays as it is; a change is a further step.

import { ASSISTANTS } from './schema/assistants.ts'
import { COLLECTIONS } from './schema/collections.ts'
import { CUSTODY } from './schema/custody.ts'
import { DOCUMENTS } from './schema/documents.ts'
import { CHAINS_APART, INCIDENTS, MATCH_STORE } from './schema/incidents.ts'
import { PARTIES } from './schema/parties.ts'
import { PEOPLE } from './schema/people.ts'
import { READING_ROWS, STATEMENTS_COUNTED } from './schema/reading-rows.ts'
import { SEEN } from './schema/seen.ts'
import { WATCHING } from './schema/watching.ts'

/** "HEAR" in ASCII: tells a record from any other SQLite file. */
export const APPLICATION_ID = 0x48454152

export const MIGRATIONS: readonly string[] = [
  [DOCUMENTS, READING_ROWS, INCIDENTS, MATCH_STORE, CUSTODY, WATCHING].join(''),
  PARTIES,
  PEOPLE,
  COLLECTIONS,
  ASSISTANTS,
  CHAINS_APART,
  SEEN,
  STATEMENTS_COUNTED,
]

/** Schemas 1 to 8 were those of development versions, before there was a release. */
export const LAST_UNRELEASED = 8

/** `user_version` of a record after all migrations. */
export const versionAfter = (migrations: readonly string[]): number => LAST_UNRELEASED + migrations.length
