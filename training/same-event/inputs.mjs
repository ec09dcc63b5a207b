// The labelled reports of this repository, as lines that `hearsay read --input ndjson` takes: node training/same-event/inputs.mjs groups|accounts

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseGroups } from './groups.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const accounts = () =>
  readdirSync(here('../../benchmarks/accounts'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(here(`../../benchmarks/accounts/${name}`), 'utf8')))
    .filter((_, at) => at % 2 === 0)
    .flatMap((group) => group.reports.map((report) => ({ ...report, id: `${group.id}/${report.id}` })))

const reports = process.argv[2] === 'groups' ? parseGroups(here('groups.txt')).flatMap(({ reports }) => reports) : accounts()
for (const { id, outlet, published, text } of reports) console.log(JSON.stringify({ id, outlet, published, text }))
