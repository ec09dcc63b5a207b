// What was typed, or what a page or feed points to -> a web address that may be asked for. Throws UserError for anything else.

import { UserError } from '../user-error.ts'

export const isWebAddress = (typed: string): boolean => /^https?:\/\//i.test(typed)

/** Servers refuse longer ones. */
const MAX_LENGTH = 4000

/** @param base what it is relative to. What follows "#" never leaves a browser, and is left out. */
export function parseWebAddress(typed: string, base?: string): URL {
  const bare = typed.trim()
  if (/[\p{Cc}\s]/u.test(bare)) throw new UserError('a web address has no spaces and no control characters in it')
  if (bare.length > MAX_LENGTH)
    throw new UserError(`a web address of more than ${MAX_LENGTH} characters is not requested`)
  if (!URL.canParse(bare, base))
    throw new UserError('this is not a web address; write for example https://news.example/report')
  const address = new URL(bare, base)
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw new UserError(`only http and https addresses can be requested, not ${address.protocol}`)
  if (address.username !== '' || address.password !== '')
    throw new UserError('the address contains a name or password, which would be stored in the record; leave it out')
  address.hash = ''
  return address
}
