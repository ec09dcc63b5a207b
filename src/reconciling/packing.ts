// A telling -> a line of JSON that a record can keep, and back.

import type { Mention } from './mentions.ts'
import { type Profile, profileOf } from './profile.ts'

export const packTelling = ({ mentions }: Profile): string =>
  JSON.stringify(mentions.map((mention) => ({ ...mention, words: [...mention.words] })))

type Packed = Omit<Mention, 'words'> & { words: string[] }

export const unpackTelling = (json: string): Profile =>
  profileOf((JSON.parse(json) as Packed[]).map((mention) => ({ ...mention, words: new Set(mention.words) })))
