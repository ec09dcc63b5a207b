// A value as JSON holds it -> a copy in which something, anywhere, is another value than its reader expects.

import { pick, type Random } from './door.ts'

/** Neither here nor anywhere can a reader rely on what these are. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  4294967296,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  'a'.repeat(3000),
  '9999-99-99',
  '2024-02-30',
  '-271821-04-20',
  'i-0',
  'e1',
  'a1',
  '../../etc/passwd',
  "'; DROP TABLE documents; --",
  '%00',
  [],
  [[]],
  [null],
  [1, 0],
  [-1, 5],
  [0, 1e9],
  {},
  { toString: 1 },
  { length: -1 },
]

interface Place {
  holder: unknown[] | Record<string, unknown>
  key: string | number
}

export function changeJson<Value>(value: Value, random: Random): Value {
  const whole = { value: structuredClone(value) }
  for (let times = pick([1, 1, 1, 2, 3, 8], random); times > 0; times--) {
    const places = placesIn(whole)
    if (places.length === 0) break
    const { holder, key } = pick(places, random)
    pick(CHANGES, random)({ holder, key }, places, random)
  }
  return 'value' in whole ? whole.value : value
}

type Change = (place: Place, places: readonly Place[], random: Random) => void

const at = ({ holder, key }: Place): unknown => Reflect.get(holder, key)
const put = ({ holder, key }: Place, value: unknown): void => void Reflect.set(holder, key, value)
const isHolder = (value: unknown): value is Place['holder'] => typeof value === 'object' && value !== null

const CHANGES: readonly Change[] = [
  (place, _, random) => put(place, structuredClone(pick(STRANGE, random))),
  // A little more or less, or a letter fewer.
  (place, _, random) => {
    const value = at(place)
    if (typeof value === 'number') put(place, value + pick([-1, 1, 0.5, -1000, 1e6], random))
    else if (typeof value === 'string') put(place, value.slice(0, Math.floor(random() * value.length)))
    else put(place, null)
  },
  // What stands elsewhere.
  (place, places, random) => put(place, structuredClone(at(pick(places, random)))),
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
    else holder[`${key}2`] = structuredClone(holder[key])
  },
  // One of another kind in its place.
  (place) => {
    const value = at(place)
    put(
      place,
      Array.isArray(value) ? Object.fromEntries(value.entries()) : isHolder(value) ? Object.values(value) : [value],
    )
  },
  (place, _, random) => {
    let deep: unknown = at(place)
    for (let depth = pick([3, 50, 300], random); depth > 0; depth--) deep = [deep]
    put(place, deep)
  },
]

function placesIn(value: object): Place[] {
  const places: Place[] = []
  const holders: unknown[] = [value]
  for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
    if (!isHolder(holder)) continue
    for (const key of Object.keys(holder)) {
      places.push({ holder, key: Array.isArray(holder) ? Number(key) : key })
      const inner = Reflect.get(holder, key)
      if (isHolder(inner)) holders.push(inner)
    }
  }
  return places
}
