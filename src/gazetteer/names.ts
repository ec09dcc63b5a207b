// A place's names -> the folded forms under which the index lists it.

import type { PlaceEntry } from './entry.ts'
import { foldName } from './fold.ts'

export interface FoldedName {
  form: string
  /** By its own name or a synonym. */
  primary: boolean
}

const LONGEST = 60

export function foldedNames({ name, synonyms, alternates }: PlaceEntry): FoldedName[] {
  const forms = new Map<string, boolean>()
  const add = (surface: string, primary: boolean) => {
    if (!LATIN.test(surface)) return
    const form = foldName(surface)
    if (isListed(form)) forms.set(form, primary || (forms.get(form) ?? false))
  }
  for (const own of [name, ...synonyms]) add(own, true)
  for (const other of alternates) add(other, false)
  return Array.from(forms, ([form, primary]) => ({ form, primary }))
}

/** Latin letters only, since English is what is read. */
const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{S}\p{N}\p{Lm}\s]*$/u

const isListed = (form: string) =>
  form.length > 1 && form.length <= LONGEST && /^[a-z\u00e0-\u024f][a-z\u00e0-\u024f0-9 ()&]*$/.test(form)
