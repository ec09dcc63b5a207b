// A file of settings -> values for options that are not on the command line.

import { existsSync, readFileSync } from 'node:fs'
import { type Command, CommanderError, type Option } from 'commander'
import { EXIT, UserError } from '../user-error.ts'

export const CONFIG_FILE = 'hearsay.config.json'

/** Options about how the program works, by flag. Options that ask something of a record stay on the command line. */
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
  'name',
  'cert',
  'key',
  'behind-proxy',
  'open',
] as const

/** These open the record to others, and somebody else's folder of reports may contain a file of settings. */
const ONLY_WHERE_NAMED: readonly string[] = ['host', 'name', 'cert', 'key', 'behind-proxy']

/**
 * @param typed the value of `--config`: a path, false for none, undefined if not given
 * @param whole the program with all its commands: a setting may be another command's
 */
export async function applyConfig(
  command: Command,
  typed: string | false | undefined,
  whole: () => Promise<Command>,
): Promise<void> {
  if (typed === false) return
  const path = typed ?? CONFIG_FILE
  if (typed === undefined && !existsSync(path)) return
  const settings = Object.entries(readConfig(path))
  const program = await whole()
  for (const [name, value] of settings) {
    if (typed === undefined && ONLY_WHERE_NAMED.includes(name))
      fail(path, `${name} is read only from a file that you name: write --config ${path}`)
    checkSetting(path, name, value, optionsNamed(program, name))
    for (const option of optionsNamed(command, name, { deep: false })) {
      const attribute = option.attributeName()
      const own = parseValue(option, value)
      if ('parsed' in own && command.getOptionValueSource(attribute) !== 'cli')
        command.setOptionValueWithSource(attribute, own.parsed, 'config')
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
  return fail(path, 'it must contain one JSON object, for example { "record": "hearsay.db" }')
}

/** An option that does not accept the value keeps its default; if none of any command accepts it, that is an error. */
function checkSetting(path: string, name: string, value: unknown, options: readonly Option[]): void {
  if (options.length === 0) fail(path, `there is no setting "${name}"; the settings are ${SETTINGS.join(', ')}`)
  const outcomes = options.map((option) => parseValue(option, value))
  if (outcomes.some((outcome) => 'parsed' in outcome)) return
  const refusals = new Set(outcomes.flatMap((outcome) => ('refusal' in outcome ? outcome.refusal : [])))
  fail(path, `${name} cannot be ${JSON.stringify(value)}: ${[...refusals].join(' ')}`)
}

function parseValue(option: Option, value: unknown): { parsed: unknown } | { refusal: string } {
  if (option.isBoolean() || !option.required)
    return typeof value === 'boolean' ? { parsed: value } : { refusal: 'Write true or false.' }
  if (typeof value !== 'string' && typeof value !== 'number') return { refusal: 'Write a string or a number.' }
  try {
    return { parsed: option.parseArg ? option.parseArg(String(value), undefined) : String(value) }
  } catch (error) {
    if (error instanceof CommanderError || error instanceof UserError) return { refusal: error.message }
    throw error
  }
}

/** The options of a command and its subcommands; `--no-record` and `--record` are one setting. */
export function optionsNamed(command: Command, name: string, { deep = true } = {}): Option[] {
  if (!(SETTINGS as readonly string[]).includes(name)) return []
  const all = [command, ...(deep ? command.commands.flatMap((under) => [under, ...under.commands]) : [])]
  return all.flatMap(({ options }) => {
    const own = options.filter(({ long }) => long === `--${name}` || long === `--no-${name}`)
    const valued = own.filter(({ required }) => required)
    return valued.length > 0 ? valued : own
  })
}

function fail(path: string, why: string): never {
  throw new UserError(`${path}: ${why}`, EXIT.usage)
}
