import { describe, expect, test } from 'vitest'
import { isAskedElsewhere } from './foreign-consent.ts'

describe('a box that asks for consent in another language', () => {
  test.each([
    'Wir verwenden Cookies, wenn Sie Ihre Einwilligung geben.',
    'Nous et nos partenaires déposons des traceurs sur votre appareil.',
    'Nuestros socios guardan cookies en su dispositivo.',
    'Nós e os nossos parceiros guardamos cookies no seu dispositivo.',
    'Noi e i nostri partner usiamo i cookie con il tuo consenso.',
    'Wij vragen uw toestemming voor cookies.',
    'My i nasi partnerzy zapisujemy pliki cookie na urządzeniu.',
    'Vi och våra partner sparar cookies på din enhet.',
    'Мы храним файлы cookie с вашего согласия.',
    'Siz izin verirseniz çerezler cihazınıza kaydedilir.',
    'Noi și partenerii noștri folosim cookies cu consimțământ.',
    'Mi i naši partneri čuvamo kolačiće na vašem uređaju.',
  ])('%s', (text) => {
    expect(isAskedElsewhere(text)).toBe(true)
  })

  test.each([
    ['Die Behörde sagte, dass Cookies nur mit Einwilligung erlaubt seien.', 'nobody is spoken to'],
    ['Wir trauern um unsere Partner, sagte der Bürgermeister.', 'one notion alone'],
    ['We said that the partners need cookies, and my privacy is at stake.', 'English, with words that others have too'],
    ['Nous avons vu le pont tomber, a dit le maire.', 'reporting'],
  ])('not %s (%s)', (text) => {
    expect(isAskedElsewhere(text)).toBe(false)
  })
})
