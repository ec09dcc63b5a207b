// Bytes that are not UTF -> the encodings they may be in, the one that reads best first: by alphabets, case and scripts.

import chardet from 'chardet'
import { latin1 } from './latin1.ts'

/** Strict decoding: null where the bytes do not fit, or this Node does not know the encoding. */
export function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes)
    // C1 controls are what a windows text read as ISO 8859 leaves behind; no text has them.
    return /[\u0080-\u009f]/.test(text) && !decoder.encoding.startsWith('utf') ? null : text
  } catch {
    return null
  }
}

/** The same with U+FFFD for what does not fit. */
export function leniently(encoding: string, bytes: Uint8Array): string {
  try {
    const decoder = new TextDecoder(encoding)
    return decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** What 0x80 to 0x9f are; Node 20 to 23 decode them as ISO 8859-1 has them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const windows1252 = (bytes: Uint8Array): string =>
  latin1(bytes).replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80])

/** Tried whatever the statistics say: they know few languages and need much text. */
const ALWAYS = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-u',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
]
/** The windows encoding that has more than the ISO one, at the same places. */
const WINDOWS_OF: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-9', 'windows-1254'],
])
export const windowsOf = (encoding: string): string => WINDOWS_OF.get(encoding) ?? encoding
/** Offered for anything, with confidence 10. */
const MULTI_BYTE = /^(?:Shift_JIS|Big5|EUC|GB|ISO-2022)/
const SAMPLE = 1 << 20

/** How bytes read in an encoding. */
export interface Sense {
  /** From -1 to 1: how much of what is not ASCII reads like words of one language. */
  score: number
  /** How many letters beyond a to z that rests on. */
  letters: number
}

export interface Guess extends Sense {
  encoding: string
}

/** Best first; of equals windows-1252, since the texts are English. */
export function guessEncodings(bytes: Uint8Array): Guess[] {
  const sample = bytes.subarray(0, SAMPLE)
  const ranked = chardet.analyse(sample).filter(({ name, confidence }) => confidence > (MULTI_BYTE.test(name) ? 10 : 0))
  const names = ranked
    .filter(({ name }) => name !== 'UTF-8' && name !== 'ASCII')
    .map(({ name }) => name.toLowerCase())
    .flatMap((name) => [name, windowsOf(name)])
  const words = wordsWithHighBytes(sample)
  return [...new Set([ALWAYS[0], ...names, ...ALWAYS])]
    .map((encoding) => ({ encoding, ...senseOf(encoding, words) }))
    .sort((one, other) => other.score - one.score)
}

export function senseOf(encoding: string, bytes: Uint8Array): Sense {
  const text = strictly(encoding, bytes)
  return text === null ? { score: -1, letters: 0 } : plausibility(text)
}

const MAX_SAMPLE_WORDS = 5000

/** The words with bytes above 127, and the bytes beside them: in markup most of the bytes are none of the text's. */
export function wordsWithHighBytes(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let start = 0
  let high = false
  for (let i = 0; i <= bytes.length && parts.length < MAX_SAMPLE_WORDS; i++) {
    const byte = bytes[i] ?? 0x20
    if (byte >= 0x80) high = true
    if (byte > 0x20) continue
    if (high) parts.push(bytes.subarray(start, i + 1))
    start = i + 1
    high = false
  }
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The letters beyond a to z that languages write, small ones. */
const ALPHABETS = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüßé', // German
  'áéíñóúüïçàèòª', // Spanish, Catalan
  'àèéìíîòóùú', // Italian
  'áâãàçéêíóôõúü', // Portuguese
  'åäöæøéüà', // Danish, Norwegian, Swedish, Finnish
  'áðéíóúýþæö', // Icelandic
  'ëïéèêöüçâî', // Dutch, Albanian
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýžäĺľôŕ', // Czech, Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Bosnian, Croatian, Serbian, Slovene
  'çğıi̇öşüâîû', // Turkish
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'äõöüšž', // Estonian
  'абвгдежзийклмнопрстуфхцчшщъыьэюяё', // Russian, Bulgarian
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяў', // Ukrainian, Belarusian
  'абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ', // Serbian, Macedonian
  'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ', // Greek
  'אבגדהוזחטיכלמנסעפצקרשתךםןףץ', // Hebrew
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگکیہےٹڈڑںھ', // Arabic, Persian, Urdu
].map((letters) => new Set(letters))

const WORD = /[\p{L}\p{M}]+/gu
/** What no text has in or beside its words, while "2½" and "40 €" are common: "¾rtva", "¬®". */
const SIGN = String.raw`[^\p{L}\p{M}\p{N}\s\p{P}\p{ASCII}€£¥©®™°§]|[¹²³¼½¾]`
const STRANGE = new RegExp(`(?<=[\\p{L}\\p{M}])(?:${SIGN})|(?:${SIGN})(?=[\\p{L}\\p{M}]|${SIGN})`, 'gu')
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u
const CASE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+|[^\p{Lu}\p{Ll}]+)$/u
const MARKS = /\p{M}/gu
/** A vowel point or accent of its own stands on a letter. */
const BEGINS_WITH_MARK = /^\p{M}/u

const HOMES: readonly ((letters: readonly string[]) => boolean)[] = [
  ...ALPHABETS.map((alphabet) => (letters: readonly string[]) => letters.every((letter) => alphabet.has(letter))),
  (letters) => EAST_ASIAN.test(letters.join('')),
]

function plausibility(text: string): Sense {
  let letters = 0
  const home = HOMES.map(() => 0)
  for (const [word] of text.matchAll(WORD)) {
    const foreign = [...word.toLowerCase().normalize('NFC').replace(MARKS, '')].filter((letter) => letter > '\u007f')
    // A letter by itself is as likely a sign: "£40" is "Ł40" in another encoding.
    if (foreign.length === 0 || word.length === 1) continue
    letters += foreign.length
    if (!CASE.test(word.replace(MARKS, '')) || isMixed(word) || BEGINS_WITH_MARK.test(word)) continue
    for (const [index, isHome] of HOMES.entries()) if (isHome(foreign)) home[index] += foreign.length
  }
  const total = letters + (text.match(STRANGE)?.length ?? 0)
  return { letters, score: total === 0 ? 0 : (2 * Math.max(...home)) / total - 1 }
}

/** Latin letters and others in one word. */
const isMixed = (word: string): boolean => /\p{Script=Latin}/u.test(word) && /[^\p{Script=Latin}\p{M}]/u.test(word)
