import { describe, expect, it } from 'vitest'
import { encodeAs, encodeUtf16 } from '../../testing/encode-as.ts'
import { decode } from './decode.ts'
import { leniently } from './single-byte.ts'

const ENGLISH = 'The minister said on Tuesday that “the talks – which began in May – have failed”. It’s over, he added.'
const GERMAN = 'Der Minister sagte, „die Gespräche“ seien beendet; die Soldaten hätten die Stadt verlassen. Drei Tote.'
const FRENCH = 'Le ministre a déclaré que « les pourparlers sont terminés » ; les soldats ont quitté la ville.'
const EURO = 'Le ministre a déclaré que le coût est de 3 000 € ; les soldats ont quitté la ville, des œuvres ont brûlé.'
const POLISH =
  'Minister powiedział, że rozmowy zakończyły się w Łodzi; żołnierze wycofali się. Świadkowie mówią o trzech ofiarach.'
const SERBIAN = 'Policija je saopštila da je uhapšeno šest osoba u Čačku i Nišu, a ministar da niko neće izbeći pravdu.'
const CROATIAN = 'Đorđe Šešelj živi u Užicu; „Žrtve” su iz Čačka.'
const CZECH = 'Ministr řekl, že „příměří“ bylo porušeno; vojáci se stáhli z města. Žádné oběti nebyly hlášeny.'
const TURKISH = 'Bakan, “görüşmelerin sona erdiğini” söyledi; askerler şehirden çekildi. İstanbul’da ışık yoktu.'
const RUSSIAN = 'Министр заявил, что переговоры завершены; солдаты вышли из города. Свидетели говорят о трёх погибших.'
const UKRAINIAN =
  'Міністр заявив, що переговори завершено; солдати вийшли з міста. Свідки говорять про трьох загиблих, їх ґвалт чули.'
const CYRILLIC_SERBIAN =
  'Полиција је саопштила да је ухапшено шест особа у Чачку и Нишу, а министар је рекао да „нико неће избећи правду”.'
const GREEK = 'Ο υπουργός είπε ότι οι συνομιλίες τελείωσαν· οι στρατιώτες έφυγαν από την πόλη. Τρεις νεκροί.'
const GREEK_QUOTED = 'Ο υπουργός είπε: “οι συνομιλίες τελείωσαν” – οι στρατιώτες έφυγαν από την πόλη.'
const ARABIC = 'قال الوزير إن المحادثات انتهت، وانسحب الجنود من المدينة. وتحدث شهود عن ثلاثة قتلى.'
const HEBREW = 'השר אמר כי השיחות הסתיימו והחיילים עזבו את העיר. עדים דיווחו על שלושה הרוגים.'

describe('bytes in an encoding that nobody states are read, and the guess is told', () => {
  it.each([
    ['windows-1252', ENGLISH, 'ASCII but for quotation marks'],
    ['windows-1252', 'It’s over.', 'one character to tell by'],
    ['windows-1252', GERMAN, 'umlauts'],
    ['windows-1252', FRENCH, 'accents and guillemets'],
    ['iso-8859-15', EURO, 'the euro sign and œ where Latin-1 has ¤ and ½'],
    ['windows-1250', POLISH, 'Polish'],
    ['windows-1250', SERBIAN, 'æ and è where Latin-1 is assumed'],
    ['windows-1250', CROATIAN, 'little text'],
    ['windows-1250', CZECH, 'Czech'],
    ['iso-8859-2', POLISH, 'Polish'],
    ['iso-8859-2', SERBIAN, '¹ and ¾ where Latin-1 is assumed'],
    ['windows-1254', TURKISH, 'Turkish with quotation marks'],
    ['windows-1251', RUSSIAN, 'Russian'],
    ['windows-1251', 'The sign of Белгород has gone, he said.', 'one word, which in Hebrew would begin with a vowel'],
    ['windows-1251', UKRAINIAN, 'Ukrainian'],
    ['windows-1251', CYRILLIC_SERBIAN, 'Serbian'],
    ['koi8-r', RUSSIAN, 'small and capital letters swapped where windows-1251 is assumed'],
    ['koi8-u', UKRAINIAN, 'Ukrainian'],
    ['iso-8859-5', RUSSIAN, 'Russian'],
    ['windows-1253', GREEK_QUOTED, 'Greek with quotation marks that ISO 8859-7 does not have'],
    ['iso-8859-7', GREEK, 'Greek'],
    ['windows-1256', ARABIC, 'Arabic'],
    ['windows-1255', HEBREW, 'Hebrew'],
  ])('%s: %s (%s)', (encoding, text) => {
    const decoded = decode(encodeAs(encoding, text))
    expect(decoded.text).toBe(text)
    expect(decoded.warnings.map(({ code }) => code)).toEqual(['guessed-encoding'])
  })
})

describe('a sign or two in English text are signs, not letters of another alphabet', () => {
  it.each([
    ['The council paid £12 million for the bridge.', 'Ł in ISO 8859-2'],
    ['The bridge cost 9 million € to mend.', 'Ђ in windows-1251'],
    ['The column marched 3½ miles before dawn.', 'Ѕ in windows-1251'],
    ['The film, © Harbour Films, shows the quay.', 'Š in ISO 8859-2'],
    ['A fine of ¥300,000 was paid.', 'Ą in windows-1250'],
    ['It was 41° in the shade, over 200 m² of tarmac.', '˛ in ISO 8859-2'],
    ['“We paid £3 – not £4,” said the mayor’s clerk.', 'with quotation marks'],
  ])('%s (%s)', (text) => {
    const bytes = encodeAs('windows-1252', text)
    expect(decode(bytes, 'windows-1252')).toEqual({ text, encoding: 'windows-1252', warnings: [] })
    expect(decode(bytes, 'iso-8859-1')).toMatchObject({ text, warnings: [] })
    expect(decode(bytes).text).toBe(text)
  })

  it.each(['windows-1250', 'iso-8859-2', 'windows-1251', 'koi8-u'])(
    'what is stated as %s keeps its own',
    (encoding) => {
      const sign = leniently(encoding, Uint8Array.of(0xa3))
      const text = `They met at ${sign} on Tuesday, the clerk said.`
      expect(decode(encodeAs(encoding, text), encoding)).toMatchObject({ text, warnings: [] })
    },
  )
})

it('reads an encoding that is written in ASCII bytes where it is stated', () => {
  const bytes = Uint8Array.from([...Buffer.from('In '), 0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42])
  expect(decode(bytes, 'iso-2022-jp').text).toBe('In 東京')
  expect(decode(bytes).text).not.toContain('東京')
})

describe('what is stated is believed, unless something else reads clearly better', () => {
  it.each([
    ['windows-1251', 'windows-1251', RUSSIAN, [], 'as stated'],
    ['iso-8859-1', 'windows-1252', ENGLISH, [], 'Latin-1 means windows-1252 everywhere'],
    ['iso-8859-2', 'windows-1250', CZECH, [], 'quotation marks that ISO 8859-2 does not have'],
    ['utf-8', 'windows-1252', FRENCH, ['guessed-encoding'], 'a template says UTF-8'],
    ['utf-16', 'windows-1252', FRENCH, ['guessed-encoding'], 'no zero byte, no UTF-16'],
    ['iso-8859-1', 'windows-1251', RUSSIAN, ['guessed-encoding'], 'a server’s default'],
    ['windows-1252', 'windows-1250', SERBIAN, ['guessed-encoding'], 'an editor’s default'],
    ['no-such-thing', 'windows-1252', FRENCH, ['guessed-encoding'], 'nonsense'],
  ])('%s for %s', (declared, encoding, text, codes) => {
    const decoded = decode(encodeAs(encoding, text), declared)
    expect(decoded.text).toBe(text)
    expect(decoded.warnings.map(({ code }) => code)).toEqual(codes)
  })

  it('leaves an unusual but well-formed text as it was stated', () => {
    const text = 'The café in Ðakovica was called Æsop.'
    expect(decode(encodeAs('windows-1252', text), 'windows-1252')).toMatchObject({ text, warnings: [] })
  })
})

describe('UTF-8', () => {
  it.each([
    ['plain ASCII', 'No damage.'],
    ['letters of two, three and four bytes', `${RUSSIAN} ‘’ 😀`],
    ['with a mark', '\ufeffAfter the mark'],
  ])('%s', (_, text) => {
    const decoded = decode(Buffer.from(text))
    expect(decoded).toEqual({ text: text.replace('\ufeff', ''), encoding: 'utf-8', warnings: [] })
  })

  it('wins over what is stated', () => {
    expect(decode(Buffer.from(FRENCH), 'iso-8859-1').text).toBe(FRENCH)
  })

  it.each([
    ['one bad byte', [Buffer.from('café, '), [0xff], Buffer.from(' café')], 'café, \ufffd café', 7],
    ['cut off within a letter', [Buffer.from('Łódź'), [0xc5]], 'Łódź\ufffd', 7],
    [
      'a letter of Latin-1 among UTF-8',
      [Buffer.from('Šešelj, Đurić, caf'), [0xe9], Buffer.from('!')],
      'Šešelj, Đurić, caf\ufffd!',
      22,
    ],
    ['marked, with hardly anything right', [[0xef, 0xbb, 0xbf, 0xe9, 0x20, 0xe9]], '\ufffd \ufffd', 3],
  ])('%s is damaged UTF-8, no other encoding', (_, parts, text, byte) => {
    const decoded = decode(Buffer.concat(parts.map((part) => Buffer.from(part))))
    expect(decoded).toMatchObject({ text, encoding: 'utf-8' })
    expect(decoded.warnings).toEqual([
      {
        code: 'damaged-encoding',
        message: `invalid UTF-8 at byte ${byte}; what could not be decoded was replaced by U+FFFD`,
      },
    ])
  })
})

describe('UTF-16', () => {
  it.each([
    [ENGLISH, 'le', true],
    [ENGLISH, 'be', true],
    [ENGLISH, 'le', false],
    [ENGLISH, 'be', false],
    [RUSSIAN, 'le', false],
    [RUSSIAN, 'be', false],
    [ARABIC, 'le', false],
    ['Hi', 'le', false],
  ] as const)('%s, %s, mark: %s', (text, order, mark) => {
    expect(decode(encodeUtf16(text, order, mark))).toEqual({ text, encoding: `utf-16${order}`, warnings: [] })
  })

  it.each([
    [encodeUtf16('half', 'le', true).subarray(0, 9), 'hal\ufffd', 'cut off in the middle of a character, at byte 9'],
    [
      encodeUtf16('half 😀', 'le', true).subarray(0, 14),
      'half \ufffd',
      'cut off in the middle of a character, at byte 14',
    ],
    [encodeUtf16('a \udc00 b', 'be', true), 'a \ufffd b', 'has halves of characters'],
  ])('damaged: %#', (bytes, text, message) => {
    const decoded = decode(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.warnings).toEqual([expect.objectContaining({ code: 'damaged-encoding' })])
    expect(decoded.warnings[0].message).toContain(message)
  })
})

it('says so where nothing reads well', () => {
  const { warnings } = decode(Uint8Array.of(0x41, 0x81, 0x8d, 0x98, 0x9d, 0xfe, 0xff, 0xff))
  expect(warnings.map(({ code }) => code)).toEqual(['doubtful-encoding'])
})

it('takes nothing for nothing', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', warnings: [] })
})

describe('text that was encoded twice is kept, and said to be so', () => {
  it.each([
    ['The mayor of ZÃ©rin, JosÃ© Ruiz, said so.', ['twice-encoded']],
    ['He said â€œnoâ€\u009d.', ['twice-encoded']],
    ['The mayor of Zérin said “no”.', []],
    ['JOÃO said: the Â© is ours.', []],
    ['SÃO PAULO, SÃO JOÃO', []],
  ])('%j', (text, codes) => {
    const decoded = decode(new TextEncoder().encode(text))
    expect(decoded.text).toBe(text)
    expect(decoded.warnings.map(({ code }) => code)).toEqual(codes)
  })
})
