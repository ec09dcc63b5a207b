// A file of settings -> the values of options that were not typed. What is typed wins.

import { existsSync, readFileSync } from 'node:fs'
import { type Command, CommanderError, type Option } from 'commander'
import { EXIT, UserError } from '../user-error.ts'

export const CONFIG_FILE = 'hearsay.config.json'

/** Options that are about how one works, by their flags' names; what is asked of a record is typed. */
export const SETTINGS = [
  'record',
  'workers',
  'max-size',
  'max-time',
  'max-memory',
  'format',
  'limit',
  'port',
  'host',
  'token',
  'open',
] as const

/** They open the record to others, and a folder of somebody else's reports may hold a file of settings too. */
const ONLY_WHERE_NAMED: readonly string[] = ['host', 'token']

/** @param typed what `--config` says: a path; false for none; undefined where it was not typed */
export function applyConfig(command: Command, typed: string | false | undefined): void {
  if (typed === false) return
  const path = typed ?? CONFIG_FILE
  if (typed === undefined && !existsSync(path)) return
  for (const [name, value] of Object.entries(readConfig(path))) {
    if (typed === undefined && ONLY_WHERE_NAMED.includes(name))
      fail(path, `${name} is taken only from a file that you name: write --config ${path}`)
    const parsed = parseSetting(path, name, value, optionsNamed(rootOf(command), name))
    for (const option of optionsNamed(command, name, { deep: false })) {
      const attribute = option.attributeName()
      if (parsed.has(option) && command.getOptionValueSource(attribute) !== 'cli')
        command.setOptionValueWithSource(attribute, parsed.get(option), 'config')
    }
  }
}

function readConfig(path: string): object {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    fail(path, `it cannot be read (${error instanceof Error ? error.message : error})`)
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read
  return fail(path, 'it must hold one JSON object: { "record": "hearsay.db" }')
}

/** What the value is to each of the options; one that does not take it goes by its own default, but one must. */
function parseSetting(path: string, name: string, value: unknown, options: readonly Option[]): Map<Option, unknown> {
  if (options.length === 0) fail(path, `there is no setting "${name}"; there are ${SETTINGS.join(', ')}`)
  const parsed = new Map<Option, unknown>()
  const refusals = new Set<string>()
  for (const option of options) {
    const outcome = parseValue(option, value)
    if ('refusal' in outcome) refusals.add(outcome.refusal)
    else parsed.set(option, outcome.parsed)
  }
  if (parsed.size === 0) fail(path, `${name} cannot be ${JSON.stringify(value)}: ${[...refusals].join(' ')}`)
  return parsed
}

function parseValue(option: Option, value: unknown): { parsed: unknown } | { refusal: string } {
  if (option.isBoolean() || !option.required)
    return typeof value === 'boolean' ? { parsed: value } : { refusal: 'Write true or false.' }
  if (typeof value !== 'string' && typeof value !== 'number') return { refusal: 'Write a text or a number.' }
  try {
    return { parsed: option.parseArg ? option.parseArg(String(value), undefined) : String(value) }
  } catch (error) {
    if (error instanceof CommanderError || error instanceof UserError) return { refusal: error.message }
    throw error
  }
}

/** Those of a command, and of the commands under it; `--no-record` beside `--record` is the same setting. */
export function optionsNamed(command: Command, name: string, { deep = true } = {}): Option[] {
  if (!(SETTINGS as readonly string[]).includes(name)) return []
  const all = [command, ...(deep ? command.commands.flatMap((under) => [under, ...under.commands]) : [])]
  return all.flatMap(({ options }) => {
    const own = options.filter(({ long }) => long === `--${name}` || long === `--no-${name}`)
    const valued = own.filter(({ required }) => required)
    return valued.length > 0 ? valued : own
  })
}

const rootOf = (command: Command): Command => (command.parent ? rootOf(command.parent) : command)

function fail(path: string, why: string): never {
  throw new UserError(`${path}: ${why}`, EXIT.usage)
}
