import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UserError } from '../user-error.ts'
import { parseFacts } from './model-facts.ts'

const shipped = readFileSync(new URL('../../models/reader.json', import.meta.url), 'utf8')
const fault = (file: string, what: string) => new UserError(`${file} ${what}`)

/** The shipped reader.json with one field changed, or taken away where `value` is undefined. */
function changed(path: string, value: unknown): string {
  const facts = JSON.parse(shipped)
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  let place = facts
  for (const key of keys) place = place[key]
  place[last] = value
  return JSON.stringify(facts)
}

test('the shipped reader.json is as it was written, its heads in their order', () => {
  const facts = parseFacts(shipped, fault)
  expect(JSON.stringify(facts.tags)).toBe(JSON.stringify(JSON.parse(shipped).tags))
  expect(JSON.stringify(facts.links)).toBe(JSON.stringify(JSON.parse(shipped).links))
  expect(facts).toEqual(JSON.parse(shipped))
})

test('a model may have further heads and fields', () => {
  expect(parseFacts(changed('tags/tense', ['past', 'present']), fault).tags.tense).toEqual(['past', 'present'])
  expect(parseFacts(changed('notes', 'trained on a Monday'), fault).name).toBe('reader-5')
})

const WRONG: [text: string, message: string][] = [
  ['', 'reader.json is no JSON'],
  [shipped.slice(0, 1000), 'reader.json is no JSON'],
  ['[]', 'reader.json is not an object'],
  ['{}', 'reader.json needs a name of at most 40 letters, digits, full stops and hyphens as name'],
  [
    changed('name', 'reader 3\n'),
    'reader.json needs a name of at most 40 letters, digits, full stops and hyphens as name',
  ],
  [changed('sha256', undefined), 'reader.json needs an object as sha256'],
  [changed('sha256/vocab.txt', '0'), 'reader.json needs a SHA-256 as sha256.vocab.txt'],
  [changed('limit', 12.5), 'reader.json needs a whole number from 16 to 512 as limit'],
  [changed('limit', 100_000), 'reader.json needs a whole number from 16 to 512 as limit'],
  [changed('tags/cue', 'O'), 'reader.json needs a list of classes as tags.cue'],
  [changed('tags/cue', undefined), 'reader.json lacks the tag head tags.cue'],
  [changed('tags', {}), 'reader.json lacks the tag head tags.cue'],
  [changed('tags/cue', ['O', 'B-cue']), 'reader.json needs the classes O, B-kind, I-kind, ... as tags.cue'],
  [
    changed('tags/name', ['O', 'I-person', 'B-person']),
    'reader.json needs the classes O, B-kind, I-kind, ... as tags.name',
  ],
  [changed('tags/lead', ['beside', 'first']), 'reader.json lacks the class main in tags.lead'],
  [changed('tags/status', ['denied']), 'reader.json lacks the class actual in tags.status'],
  [changed('tags/upos', ['VERB']), 'reader.json lacks the class ADJ in tags.upos'],
  [changed('links', { source: 128 }), 'reader.json lacks the link head links.content'],
  [changed('links/actor', 0), 'reader.json needs a whole number from 1 to 4096 as links.actor'],
  [changed('near/actor', [0]), 'reader.json needs 65 numbers, twice the buckets and one, as near.actor'],
  [changed('near/actor/3', '0'), 'reader.json needs a number as near.actor.3'],
  [changed('decoding/cue', 5), 'reader.json needs a number from 0 to 1 as decoding.cue'],
  [changed('thresholds/event', undefined), 'reader.json needs a number from 0 to 1 as thresholds.event'],
  [changed('calibration', { trigger: 1 }), 'reader.json needs a number as calibration.lead'],
  [changed('calibration/bias', null), 'reader.json needs a number as calibration.bias'],
]

test.each(WRONG.map(([text, message]) => [message, text]))('%s', (message, text) => {
  expect(() => parseFacts(text, fault)).toThrow(new UserError(message))
})
