import { describe, expect, test } from 'vitest'
import { findRuns } from './runs.ts'
import { parseMarkup } from './tree.ts'

const HIDDEN = 'An older version said that twelve had died.'
const LONG =
  '<p>Three people were killed on Monday when a bridge over the river gave way, the governor said.</p>'.repeat(3)

const isShown = (attributes: string, styles = ''): boolean =>
  findRuns(
    parseMarkup(`<head>${styles}</head><body><h1>Bridge</h1>${LONG}<div ${attributes}><p>${HIDDEN}</p></div></body>`),
  ).runs.some(({ text }) => text === HIDDEN)

describe('what a page hides is not read', () => {
  test.each<[attributes: string, rule: string]>([
    ['hidden', ''],
    ['style="display:none"', ''],
    ['style="position:absolute; left:-9999px"', ''],
    ['style="clip: rect(0px, 0px, 0px, 0px); position: absolute"', ''],
    ['style="clip:rect(1px,1px,1px,1px)"', ''],
    ['style="clip-path:inset(50%)"', ''],
    ['class="sr-only"', ''],
    ['class="old"', '.old{display:none}'],
    ['class="p-summary old"', 'div.old , .other { visibility: hidden !important }'],
    ['id="old"', '/* .x{} */ #old{display:none}'],
    ['class="old"', '@media print{.x{color:red}} .old{display:none}'],
    ['class="sm:old"', '.sm\\:old{display:none}'],
    ['class="old"', '@media screen{.old{display:none}}'],
    ['class="old"', '@layer base{@media all{.old{clip:rect(0 0 0 0)}}}'],
    ['style="opacity:0;max-height:0;overflow:hidden"', ''],
    ['style="font-size:1px; max-height:0px; color:#fff"', ''],
    ['style="width:1px;height:1px;overflow:hidden"', ''],
    ['style="transform: scale(0)"', ''],
    ['style="clip-path:circle(0)"', ''],
    ['style="mso-hide:all"', ''],
    ['style="position:fixed;left:-100vw"', ''],
  ])('%s, with the rule %j', (attributes, rule) => {
    expect(isShown(attributes, `<style>${rule}</style>`)).toBe(false)
  })

  test.each<[attributes: string, rule: string, why: string]>([
    ['class="old"', '', 'no rule'],
    ['class="old"', '@media print{.old{display:none}}', 'hidden on paper alone'],
    ['class="old"', '@media (max-width:600px){.a{color:red}.old{display:none}}', 'hidden on small screens alone'],
    ['class="old"', '.js .old{display:none}', 'hidden where something else holds'],
    ['class="old"', '.old:empty{display:none}', 'hidden in a state'],
    ['class="old"', '.old{display:none}.old{display:block}', 'shown by a later rule'],
    [
      'class="old lg:block"',
      '.old{display:none}@media(min-width:900px){.lg\\:block{display:block}}',
      'shown by another class',
    ],
    ['class="old"', '.older{display:none}', 'another class'],
    ['class="old"', '@media screen and (max-width:600px){.old{display:none}}', 'hidden on small screens alone'],
    ['class="old"', '@media print{.x{}}.a{opacity:0}.old{opacity:0}', 'what fades in later'],
    ['style="height:0"', '', 'what opens out'],
    ['style="font-size:0;line-height:0"', '', 'a row whose cells have sizes of their own'],
    ['style="line-height:1;width:1px"', '', 'lines close together'],
    ['style="opacity:0.9;height:10px"', '', 'nearly solid'],
    ['style="transform:scale(0.9)"', '', 'made smaller'],
    ['style="left:-2px;position:relative"', '', 'moved a little'],
    ['aria-hidden="true"', '', 'hidden from those who hear a page'],
  ])('shown: %s, with the rule %j (%s)', (attributes, rule) => {
    expect(isShown(attributes, `<style>${rule}</style>`)).toBe(true)
  })

  test('a rule that would hide most of the page waits for a script', () => {
    const { runs } = findRuns(
      parseMarkup(`<style>.story{display:none}</style><h1>Bridge</h1><div class="story">${LONG}</div>`),
    )
    expect(runs).toHaveLength(4)
  })
})

describe('what is struck out is no part of what the text says', () => {
  test.each([
    ['<p>It killed <del>9</del> <ins>14</ins> people.</p>', 'It killed 14 people.'],
    ['<p>It killed <s>9</s>14 people, <strike>they</strike> he said.</p>', 'It killed 14 people, he said.'],
    [
      '<p>It killed <span style="text-decoration:line-through">9</span> <u style="text-decoration-line: underline line-through">10</u> 14.</p>',
      'It killed 14.',
    ],
  ])('%s', (markup, text) => {
    const { runs, hasDeleted } = findRuns(parseMarkup(markup))
    expect(runs.map((run) => run.text)).toEqual([text])
    expect(hasDeleted).toBe(true)
  })
})

test('text in a shadow root is shown, text in a template is not', () => {
  const texts = (markup: string) => findRuns(parseMarkup(markup)).runs.map(({ text }) => text)
  expect(texts('<x-quote><template shadowrootmode="open"><p>He said so.</p></template></x-quote>')).toEqual([
    'He said so.',
  ])
  expect(texts('<template><p>He said so.</p></template>')).toEqual([])
})
