// The words for a source without a name -> what they say of it: the body that it speaks for ("a police official"), that it watches others
// ("a war monitor"), that it is news media or footage, which have it from somebody, nobody at all ("it"), or whoever the text
// has just introduced.

import { bodyName } from './bodies.ts'

/** "state media", "the news agency", "local press reports": whoever they are, they have it from somebody. */
const MEDIA =
  /(?:^|\s)(?:media|press|news agency|news agencies|newspapers?|television|tv|radio|(?:media|press|news|television) reports)$/i

/** It shows something and says nothing. */
const FOOTAGE = /(?:^|\s)(?:footage|videos?|photos?|photographs?|pictures?|images?|recordings?|clips?)$/i

const NOBODY = /^(?:it|this|that|they|which|there)$/i

const MONITOR = /\b(?:monitor|monitoring (?:group|organi[sz]ation|network))\b/i
/** What names of bodies that watch others say of them. */
const WATCHES = /\b(?:observatory|monitor|watch)\b/i
const JOINT = /\band\b/i

/** The text tells them from those of whom it spoke before. */
const ANOTHER = /\b(?:another|other|others|second|third|different|separate)\b/i

const LEADING =
  /^(?:(?:the|a|an|one|some|several|many|two|three|senior|top|local|high-ranking|unnamed|anonymous|unidentified|former) )+/i
const OFFICIAL = /^(.+?) (?:officials?|officers?|sources?|commanders?|spokes(?:man|men|woman|women|person|people))$/i

/** "on their website": what a body publishes itself is its own word. */
const OWN = /^(?:its|their|his|her|our) /i

/** "the man, who gave his name only as Modu", "the soldier, who asked not to be named": whoever was just introduced. */
const JUST_INTRODUCED =
  /^the [\w-]+(?: [\w-]+)?,? who (?:gave|asked|spoke|declined|did not|refused|wanted|would not)\b/i

export const isMedia = (label: string): boolean => MEDIA.test(label.trim())
export const isOwn = (label: string): boolean => OWN.test(label.trim())
export const isJustIntroduced = (label: string): boolean => JUST_INTRODUCED.test(label.trim())
export const isFootage = (label: string): boolean => FOOTAGE.test(label.trim())
export const isNobody = (label: string): boolean => NOBODY.test(label.trim())

/** "a war monitor" is the one that the article names, "a monitor and activists" are more. */
export const isMonitor = (label: string): boolean => MONITOR.test(label) && !JOINT.test(label)
export const watches = (name: string): boolean => WATCHES.test(name)

/** "a senior police official" -> "police"; null for "local officials", and for "another police official". */
export function bodyDescribed(label: string): string | null {
  if (ANOTHER.test(label) || JOINT.test(label)) return null
  const [, name] = OFFICIAL.exec(label.trim().replace(LEADING, '')) ?? []
  return name === undefined ? null : bodyName({ name: name.toLowerCase() })
}
