// Labelled reports and their readings -> each report's mentions, and what is known of two of them: one event, two, or unknown.

import { readdirSync, readFileSync } from 'node:fs'
import { mentionsOf } from '../../dist/reconciling/mentions.js'
import { occurrencesIn, overlaps, readReports } from '../../benchmarks/ecbplus/reports.mjs'
import { eventAt, parseGroups } from './groups.mjs'

export const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))

/**
 * A set: its articles, each {group, mentions, labels}, where labels has the names of the events that a mention tells of by its key; and
 * whether two different names of two groups, or of one, are two events.
 */
export function readGroups(file, readings) {
  const reports = new Map(parseGroups(file).flatMap(({ id, reports }) => reports.map((report) => [report.id, { ...report, group: id }])))
  return articlesOf(readings, (id) => {
    const report = reports.get(id)
    return { group: report.group, labelsOf: ({ trigger }) => [`${report.group} ${eventAt(report, trigger[0])}`] }
  })
}

/** @param half only the groups of this half are read */
export function readAccounts(folder, readings, half) {
  const groups = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
    .filter((_, at) => at % 2 === half)
  const texts = new Map(groups.flatMap(({ id, reports }) => reports.map((report) => [`${id}/${report.id}`, report.text])))
  const named = new Map([...texts.keys()].map((id) => [id, []]))
  for (const { id, incidents } of groups)
    for (const [event, { accounts }] of incidents.entries())
      for (const account of accounts) {
        const [, report, words, nth = '1'] = /^([^:]+): (.*?)(?:#(\d+))?$/.exec(account)
        let start = -1
        for (let times = 0; times < Number(nth); times++) start = texts.get(`${id}/${report}`).indexOf(words, start + 1)
        named.get(`${id}/${report}`).push({ span: [start, start + words.length], label: `${id} ${event}` })
      }
  return articlesOf(readings, (id) => ({
    group: id.split('/')[0],
    labelsOf: ({ trigger }) => named.get(id).filter(({ span }) => overlaps(span, trigger)).map(({ label }) => label),
  }))
}

export function readEcbPlus(files, readings) {
  const reports = new Map(readReports(files).map((report) => [report.id, report]))
  return articlesOf(readings, (id) => {
    const report = reports.get(id)
    const occurrences = occurrencesIn(report)
    return {
      group: report.subtopic,
      labelsOf: ({ trigger }) =>
        occurrences.filter(({ spans }) => spans.some((span) => overlaps(span, trigger))).map(({ cluster }) => `${report.topic} ${cluster}`),
    }
  })
}

const articlesOf = (readings, infoOf) =>
  readings.flatMap((reading) =>
    mentionsOf(reading).map((mentions) => {
      const { group, labelsOf } = infoOf(reading.document.id)
      return { id: reading.document.id, group, mentions, labels: new Map(mentions.map((mention) => [mention.key, labelsOf(mention)])) }
    }),
  )
