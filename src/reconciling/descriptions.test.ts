import { expect, it } from 'vitest'
import { bodyDescribed, isFootage, isJustIntroduced, isMedia, isMonitor, isNobody, isOwn } from './descriptions.ts'

it.each<[label: string, body: string | null]>([
  ['a police official', 'police'],
  ['senior police officers', 'police'],
  ['a military source', 'army'],
  ['another police official', null],
  ['local officials', null],
  ['a nurse', null],
  ['police and army officials', null],
])('%s speaks for %s', (label, body) => expect(bodyDescribed(label)).toBe(body))

it.each<[label: string, is: (label: string) => boolean, yes: boolean]>([
  ['state media', isMedia, true],
  ['the Dol news agency', isMedia, true],
  ['a media activist', isMedia, false],
  ['a mediator', isMedia, false],
  ['shaky mobile footage', isFootage, true],
  ['the man in the video said', isFootage, false],
  ['a photographer', isFootage, false],
  ['it', isNobody, true],
  ['Italy', isNobody, false],
  ['a war monitor', isMonitor, true],
  ['a monitor and residents', isMonitor, false],
  ['independent monitors', isMonitor, false],
  ['their website', isOwn, true],
  ['the website of the party', isOwn, false],
  ['the man, who gave his name only as Modu', isJustIntroduced, true],
  ['one woman, who gave her name as Ana', isJustIntroduced, false],
  ['the man who owns the shop', isJustIntroduced, false],
])('%s: %o %s', (label, is, yes) => expect(is(label)).toBe(yes))
