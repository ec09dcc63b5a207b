// The keys under which readings have their parties -> which of them are one party, by rules and by what people say, which holds over the
// rules. Pure: the result depends only on the set of keys and on what people say, so that order and batches change nothing.

import { initialsOf, isAcronymOf, isGeneric } from './bodies.ts'
import { type Links, linksOf, pairsOf, type Saying } from './links.ts'
import { isSameMedium, mediumWords } from './media.ts'
import { type PartyName, parsePartyKey } from './party-name.ts'
import { isSamePerson, skeleton } from './persons.ts'

interface Form extends PartyName {
  key: string
}

/** @returns of each key the one that stands for its party: the first in the alphabet */
export function groupParties(keys: Iterable<string>, sayings: readonly Saying[]): Map<string, string> {
  const forms = [...new Set(keys)].sort().flatMap((key): Form[] => {
    const name = parsePartyKey(key)
    return name ? [{ ...name, key }] : []
  })
  const links = linksOf(sayings)
  for (const block of blocksOf(forms).values()) linkBlock(block, links)
  return new Map(forms.map(({ key }) => [key, links.rootOf(key)]))
}

/** Only forms of one block are compared: a family name without its vowels, or a first name and how the family name begins, the initials or the words of a body, an outlet's name. */
function blocksOf(forms: readonly Form[]): Map<string, Form[]> {
  const blocks = new Map<string, Form[]>()
  for (const form of forms)
    for (const block of new Set(blocksFor(form))) blocks.set(block, [...(blocks.get(block) ?? []), form])
  return blocks
}

function blocksFor({ kind, name }: Form): string[] {
  const words = name.split(' ')
  switch (kind) {
    case 'person':
      return [
        `person ${skeleton(words.at(-1) ?? '')}`,
        // A family name that is misspelt in one report still begins alike: "Rommel Dalandag", "Rommel Dalandang".
        ...(words.length > 1 ? [`first ${words[0]} ${(words.at(-1) ?? '').slice(0, 2)}`] : []),
      ]
    case 'outlet':
      return [`outlet ${mediumWords(words).join(' ')}`]
    case 'body':
      return words.length === 1
        ? [`body ${name}`, `initials ${name}`]
        : [`body ${name}`, `initials ${initialsOf(name)}`]
  }
}

/** First those of one country, then those of none that is known: if all that they may be are of one country, they are of it too. */
function linkBlock(block: readonly Form[], links: Links): void {
  const known = block.filter(({ country }) => country !== undefined)
  for (const [one, other] of pairsOf(known)) if (isOne(one, other)) links.link(one.key, other.key)
  const open = block.filter(({ country }) => country === undefined)
  for (const [one, other] of pairsOf(open)) if (isOne(one, other)) links.link(one.key, other.key)
  for (const form of open) {
    const like = known.filter((other) => isOne(form, other))
    if (new Set(like.map(({ country }) => country)).size !== 1) continue
    for (const other of like) links.link(form.key, other.key)
  }
}

function isOne(one: Form, other: Form): boolean {
  // What is of one article alone is nobody else, until people say so.
  if (one.kind !== other.kind || one.place !== other.place || one.only !== other.only) return false
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return false
  switch (one.kind) {
    case 'person':
      return isOnePerson(one, other)
    case 'outlet':
      return isSameMedium(one.name.split(' '), other.name.split(' '))
    case 'body':
      // "The army" of no country that is known is nobody's army.
      if (isGeneric(one) && one.country !== other.country) return false
      return one.name === other.name || isAcronymOf(one.name, other.name) || isAcronymOf(other.name, one.name)
  }
}

/** A family name alone says too little, save where the country is known. */
function isOnePerson(one: Form, other: Form): boolean {
  const [a, b] = [one, other].map(({ name, country }) => ({ words: name.split(' '), ...(country ? { country } : {}) }))
  const isShort = a.words.length === 1 || b.words.length === 1
  if (isShort && one.name !== other.name && (one.country === undefined || one.country !== other.country)) return false
  return isSamePerson(a, b)
}
