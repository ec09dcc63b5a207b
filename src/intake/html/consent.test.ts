import { describe, expect, test } from 'vitest'
import { findConsent } from './consent.ts'
import { findRuns } from './runs.ts'
import { parseMarkup } from './tree.ts'

const consentIn = (markup: string): string[] => {
  const { runs } = findRuns(parseMarkup(markup))
  const marked = findConsent(runs)
  return runs.flatMap(({ text }, index) => (marked[index] ? [text] : []))
}

const ARTICLE = '<main><h1>Dam holds</h1><p>The dam held through the night, the clerk said.</p></main>'

describe('a box that asks for consent is found by what it says, whatever it is called', () => {
  test.each<[string, number]>([
    [
      '<div><p>We use cookies on this site.</p><p>Manage your preferences or reject all trackers.</p><button>Fine</button></div>',
      3,
    ],
    [
      '<section class="x"><div><div>Our vendors store information on your device; you may withdraw your consent.</div></div></section>',
      1,
    ],
    [
      '<div><h2>Your choice</h2><p>We and our partners process your data, with your consent or on the ground of legitimate interest.</p></div>',
      2,
    ],
  ])('%s', (box, count) => {
    expect(consentIn(box + ARTICLE)).toHaveLength(count)
    expect(consentIn(ARTICLE + box)).toHaveLength(count)
  })
})

describe('articles about such things are none', () => {
  test.each([
    [
      '<article><h1>Court rules on cookies</h1><p>The court said that sites need consent before they store cookies.</p><p>Our reporter asked three vendors whether they process your data.</p></article>',
      'one paragraph among others',
    ],
    [
      '<article><p>The court said that sites need consent before they store cookies.</p><p>Advertisers track devices by identifiers, the judge said.</p></article>',
      'nobody is spoken to',
    ],
    [
      '<article><p>“We ask for your consent before we use cookies,” the company said.</p></article>',
      'somebody’s words',
    ],
    ['<p>We process your data with your consent.</p>', 'a paragraph that stands in no box'],
    [
      '<div><h1>Privacy</h1><p>We process your data with your consent, and our partners use cookies.</p></div>',
      'the page’s own title over it',
    ],
  ])('%s (%s)', (markup) => {
    expect(consentIn(`<p>${'The road is open, he said. '.repeat(20)}</p>${markup}`)).toEqual([])
  })
})
