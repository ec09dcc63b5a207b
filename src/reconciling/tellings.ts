// The mentions of one article -> its tellings: the mentions of one event together.

import { averageLink, type Limits, type Pair } from './cluster.ts'
import { evidenceOf } from './likeness.ts'
import type { Links } from './links.ts'
import type { Mention } from './mentions.ts'
import { type Profile, profileOf } from './profile.ts'

/** How much two mentions must have in common to be one event within an article. */
const LEAST = 0.8
/** Pairs that nothing links. */
const ABSENT = -1
/** Mentions further apart than this are not compared: an article of ten thousand events stays affordable. */
const REACH = 60

/** @param links what people say goes before what the text suggests */
export function tellingsOf(mentions: readonly Mention[], links?: Links): Profile[] {
  const profiles = mentions.map((mention) => profileOf([mention]))
  const pairs: Pair[] = []
  for (let one = 0; one < profiles.length; one++)
    for (let other = one + 1; other < Math.min(profiles.length, one + REACH); other++)
      pairs.push({
        one,
        other,
        score: within(profiles[one], profiles[other]) + closeness(mentions[one], mentions[other]),
      })
  return averageLink(mentions.length, pairs, LEAST, ABSENT, links && limitsOf(mentions, links)).map((group) =>
    profileOf(group.map((at) => mentions[at])),
  )
}

/** Within a telling all belong together for good, so it holds one group of mentions that people spoke of, and not two. */
const limitsOf = (mentions: readonly Mention[], { groupOf }: Links): Limits => ({
  labels: mentions.map(({ key }) => groupOf(key)),
  areApart: (one, other) => one !== other,
})

/** An article goes on about one subject: that its sentences share words says little. */
function within(one: Profile, other: Profile): number {
  const { kind, place, time, parties, counts, words } = evidenceOf(one, other)
  return (
    looksBack(one, other) +
    kind +
    place +
    time +
    parties +
    counts +
    (one.mentions[0].sentence[0] === other.mentions[0].sentence[0] ? 0 : 0.4 * words)
  )
}

/** "in June 2014", "in the 1990s": what news looks back on is not the event without a date that it is about. */
function looksBack(one: Profile, other: Profile): number {
  const coarse = ({ whens }: Profile) => whens.length > 0 && whens.every(({ first, last }) => last - first > 7)
  const undated = ({ whens }: Profile) => whens.length === 0
  return (coarse(one) && undated(other)) || (coarse(other) && undated(one)) ? -1.2 : 0
}

/** A denial is about what it denies. */
const REBUTTAL = 4

/** What stands close together in a text mostly tells of one thing: "the blast that killed". */
function closeness(one: Mention, other: Mention): number {
  if (one.rebuts === other.key || other.rebuts === one.key) return REBUTTAL
  if (one.another !== other.another) return -2
  if (one.sentence[0] === other.sentence[0]) return 0.9
  const blocks = Math.abs(one.block - other.block)
  const back = pointsBack(one) || pointsBack(other) ? 0.5 : 0
  return back + (blocks === 0 ? 0.7 : blocks === 1 ? 0.5 : blocks <= 3 ? 0.3 : 0)
}

/** "the attack", and nothing of where or when: the one that the article is about. */
const pointsBack = ({ definite, place, when, tallies }: Mention): boolean =>
  definite && place === null && when === null && tallies.length === 0
