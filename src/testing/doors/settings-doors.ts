// What people type or keep in files: the columns of a table, and a file of settings.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseColumns } from '../../intake/table/columns.ts'
import { UserError } from '../../user-error.ts'
import { damage } from '../damage.ts'
import { runHearsay } from '../hearsay.ts'
import { openAll } from '../open-all.ts'
import { changeJson } from './change-json.ts'
import { type Attempt, type Door, faultOf, faultsOf, pick } from './door.ts'

const TYPED = [
  'text=notes,date=event_date,dates=dmy',
  'text=body,title=headline,outlet=channel,author=who,url=link,language=lang,relay=via,id=nr',
  'text = notes , date = event_date',
  'dates=mdy',
]
const TABLE =
  'nr,event_date,notes,channel\n1,03/04/2026,"Ada said the bridge, ""the old one"", was closed.",Qarn Wire\n'

export const columns: Door = {
  name: 'columns',
  open: async () => async (random) => {
    const typed = (await damage(Buffer.from(pick(TYPED, random)), random)).toString()
    try {
      const { documents } = await openAll('posts.csv', TABLE, { columns: parseColumns(typed) })
      return { taken: documents.length > 0, faults: [] }
    } catch (error) {
      return { taken: false, faults: error instanceof UserError ? [] : [`${JSON.stringify(typed)}: ${faultOf(error)}`] }
    }
  },
}

const SETTINGS = {
  record: 'case.db',
  workers: 2,
  'max-size': '100MB',
  'max-time': '10s',
  format: 'ndjson',
  limit: 5,
  open: true,
}

export const settings: Door = {
  name: 'settings',
  open: async (folder) => {
    await runHearsay(['read', '-', '--record', 'case.db'], { cwd: folder, stdin: 'Ada said the bridge was closed.' })
    return async (random): Promise<Attempt> => {
      const text = JSON.stringify(random() < 0.5 ? changeJson(SETTINGS, random) : SETTINGS)
      const bytes = random() < 0.5 ? await damage(Buffer.from(text), random) : Buffer.from(text)
      writeFileSync(join(folder, 'settings.json'), bytes)
      const command = pick([['documents'], ['statements'], ['incidents'], ['search', 'bridge'], ['sources']], random)
      const finished = await runHearsay(['--config', 'settings.json', ...command], { cwd: folder })
      return { taken: finished.code === 0, faults: faultsOf(finished, `${command[0]}, settings ${text.slice(0, 500)}`) }
    }
  },
}
