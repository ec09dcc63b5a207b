// node benchmarks/cells-second/values.mjs READINGS INCIDENTS -> every value of every listed incident, one a line: its key, and what reconciling knows of it.
// With --read, the passages as well, to judge by; those stay out of this folder.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isListed } from '../../dist/record/incidents/listed.js'
import { titleOf } from '../../dist/record/incidents/title.js'

const short = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10)
const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const agreesInTime = (article, mention, { time }) => {
  const own = article.times.find(({ id }) => id === mention.time)
  return own?.start !== undefined && time !== null && own.start <= time.end && time.start <= own.end
}

const agreesInPlace = (article, mention, { place }) => {
  const own = article.entities.find(({ id }) => id === mention.place)?.place
  return own?.lat !== undefined && place !== null && Math.hypot(own.lat - place.lat, own.lon - place.lon) < 0.3
}

export function valuesIn(readings, incidents) {
  const docs = new Map(readings.map((reading) => [reading.document.id, reading]))
  return incidents.filter(isListed).flatMap((incident) => {
    const { aspects, accounts, place, time, confidence, origins } = incident
    const docOf = (account) => accounts[account].document
    const eventOf = (account, event) => {
      const { articles } = docs.get(docOf(account))
      const article = articles[accounts[account].article - 1]
      return { article, mention: article.events.find(({ id }) => id === event) }
    }
    const all = accounts.flatMap(({ events }, account) => events.map((event) => ({ account, event })))
    const whole = {
      confidence,
      origins,
      reports: new Set(accounts.map(({ document }) => document)).size,
      mentions: all.length,
    }
    const known = all.map(({ account, event }) => {
      const { article, mention } = eventOf(account, event)
      const day = time === null || agreesInTime(article, mention, incident)
      const spot = place === null || agreesInPlace(article, mention, incident)
      return { doc: docOf(account), at: mention.sentence, anchored: day && spot }
    })
    const anchorsOf = (doc) => {
      const own = known.filter((one) => one.doc === doc)
      const anchored = own.filter((one) => one.anchored)
      const first = Math.min(...own.map(({ at }) => at))
      return anchored.length > 0 ? anchored.map(({ at }) => at) : [first]
    }
    const supportOf = (claims) => {
      const found = claims.map(({ account, event, span }) => {
        const { article, mention } = eventOf(account, event)
        const sentence = article.sentences[mention.sentence] ?? {}
        const [start, end] = sentence.span ?? sentence
        const beside = article.events.filter(({ sentence, id }) => sentence === mention.sentence && id !== event)
        const block = article.blocks.find(({ span }) => span[0] <= mention.trigger[0] && mention.trigger[1] <= span[1])
        return {
          confidence: mention.confidence,
          headline: block?.kind !== 'paragraph',
          at: mention.sentence,
          beside: beside.length,
          quoted: accounts[account].statement !== null,
          away: span ? Math.min(Math.abs(span[0] - mention.trigger[1]), Math.abs(mention.trigger[0] - span[1])) : 0,
          hasPlace: mention.place !== undefined,
          hasTime: mention.time !== undefined,
          gap: Math.min(...anchorsOf(docOf(account)).map((at) => Math.abs(at - mention.sentence))),
          otherDay: mention.time !== undefined && !agreesInTime(article, mention, incident),
          elsewhere: mention.place !== undefined && !agreesInPlace(article, mention, incident),
          onDayOrNone: time === null || agreesInTime(article, mention, incident),
          hereOrNone: place === null || agreesInPlace(article, mention, incident),
          onDay: agreesInTime(article, mention, incident),
          here: agreesInPlace(article, mention, incident),
          follows: mention.follows !== undefined,
          length: end - start,
        }
      })
      const max = (of) => Math.max(...found.map(of))
      const min = (of) => Math.min(...found.map(of))
      return {
        sure: max((one) => one.confidence),
        unsure: min((one) => one.confidence),
        times: claims.length,
        told: new Set(claims.map(({ account }) => docOf(account))).size,
        first: min((one) => one.at),
        alone: min((one) => one.beside),
        away: min((one) => one.away),
        quoted: found.every((one) => one.quoted),
        headline: found.some((one) => one.headline),
        place: found.some((one) => one.hasPlace),
        time: found.some((one) => one.hasTime),
        gap: min((one) => one.gap),
        otherDay: found.every((one) => one.otherDay),
        elsewhere: found.every((one) => one.elsewhere),
        onDayOrNone: found.some((one) => one.onDayOrNone),
        hereOrNone: found.some((one) => one.hereOrNone),
        onDay: found.some((one) => one.onDay),
        here: found.some((one) => one.here),
        both: found.some((one) => one.here && one.onDay),
        length: min((one) => one.length),
      }
    }
    const row = (question, value, claims, more = {}) => ({
      key: [short(docOf(claims[0]?.account ?? 0)), incident.id, question, short(value)].join(' '),
      half: parseInt(short([...accounts.map(({ document }) => document)].toSorted()[0]), 16) % 2,
      question,
      value,
      incident: whole,
      claims,
      accounts,
      ...supportOf(claims.length > 0 ? claims : all),
      ...more,
    })
    const rows = [
      row('listed', titleOf(incident), []),
      row('kind', [incident.type, incident.mode].join(' '), []),
      ...(place ? [row('place', place.name, [], { precision: place.precision })] : []),
      ...(time ? [row('time', `${time.start} ${time.end}`, [], { precision: time.precision })] : []),
    ]
    for (const aspect of aspects) {
      if (['place', 'time', 'status'].includes(aspect.name)) continue
      const values = aspect.values.filter(({ part, denied }) => !part && !denied)
      for (const { value, accounts: by, grounds } of values) {
        const claims = aspect.claims.filter(
          (claim) =>
            grounds.some(({ account, span }) => claim.account === account && claim.span[0] === span[0]) &&
            by.length > 0,
        )
        const [{ value: typed }] = claims
        rows.push(
          row(aspect.name, value, claims, {
            of: values.length,
            state: aspect.state,
            ...(typed.kind === 'party'
              ? {
                  named: typed.named,
                  party: typed.party !== undefined,
                  country: typed.country !== undefined,
                  side: typed.side,
                }
              : {}),
          }),
        )
      }
      for (const { claims, why } of aspect.disputes)
        rows.push(
          row(
            'dispute',
            `${aspect.name}: ${why}`,
            claims.map((at) => aspect.claims[at]),
          ),
        )
    }
    return rows.map((one) => ({ ...one, title: titleOf(incident), id: incident.id }))
  })
}

if (process.argv[1]?.endsWith('values.mjs')) {
  const [, , readingsFile, incidentsFile, flag] = process.argv
  const readings = linesOf(readingsFile)
  const texts = new Map(readings.map(({ document }) => [document.id, document.text]))
  const rows = valuesIn(readings, linesOf(incidentsFile))
  if (flag !== '--read')
    for (const { value: _, claims: __, accounts: ___, title: ____, ...row } of rows) console.log(JSON.stringify(row))
  else {
    let last = ''
    for (const [at, { id, title, question, value, claims, accounts }] of rows.entries()) {
      if (id !== last)
        console.log(
          `\n== ${title}\n${accounts
            .map(({ document, origin, sentence }) => `   [${document}] ${origin}: ${sentence.slice(0, 220)}`)
            .slice(0, 5)
            .join('\n')}`,
        )
      last = id
      const from = [
        ...new Set(
          claims.slice(0, 2).map(
            ({ account, passage }) =>
              `${accounts[account].origin}: ${texts
                .get(accounts[account].document)
                .slice(...passage)
                .replace(/\s+/g, ' ')
                .slice(0, 200)}`,
          ),
        ),
      ].slice(0, question === 'dispute' ? 2 : 1)
      console.log(
        `${at} ${question} = ${value.slice(0, 160)}${['listed', 'kind', 'place', 'time'].includes(question) ? '' : `   <- ${from.join(' // ')}`}`,
      )
    }
  }
}
