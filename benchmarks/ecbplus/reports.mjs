// Files of ECB+ -> its reports on violence, protest, trials and disasters, and the annotated actions of each.

import { readFileSync } from 'node:fs'

/** What each topic is about; several kinds may fit. */
export const KINDS = {
  violence: [3, 8, 12, 13, 16, 18, 19, 22, 24, 32, 33],
  protest: [8, 19],
  'trials and arrests': [3, 14, 16, 18, 21, 22, 26, 32, 33, 35, 36],
  'disasters and accidents': [14, 20, 21, 23, 30, 37, 38],
  dev: [36, 37, 38],
}

/** The weights of src/reconciling/compare/ were chosen on these; all others are measured only. */
const FITTED = new Set([3, 12, 14, 18, 20, 22, 24, 33, 35])

export const isFitted = (topic) => FITTED.has(topic)

const ALL = new Set(Object.values(KINDS).flat())

export const readReports = (files) =>
  files
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))
    .filter(({ topic }) => ALL.has(topic))

/** In the sentences that annotators went through; outside them mentions are accidental. */
export const occurrencesIn = ({ text, sentences, checked, mentions }) =>
  mentions
    .filter(({ kind, span }) => kind === 'action' && checked.some((at) => within(span, sentences[at])))
    .map(({ id, span, parts, cluster }) => ({ id, cluster, spans: parts ?? [span], text: text.slice(...span) }))

const within = ([from, to], [start, end]) => start <= from && to <= end

export const overlaps = (one, other) => one[0] < other[1] && other[0] < one[1]
