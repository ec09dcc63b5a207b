// Lines of a GeoNames dump to `gazetteer add`, and an index of the user's own that something damaged.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileGazetteer } from '../../gazetteer/compile.ts'
import { parseGeoNamesLine } from '../../gazetteer/geonames.ts'
import { damage } from '../damage.ts'
import { runHearsay } from '../hearsay.ts'
import { type Attempt, type Door, faultsOf, pick } from './door.ts'

const DUMP = [
  '170654\tDamascus\tDamascus\tDamas,Dimashq,دمشق\t33.5102\t36.29128\tP\tPPLC\tSY\t\t13\t\t\t\t1569394\t690\t692\tAsia/Damascus\t2019-09-05',
  '170063\tAleppo\tAleppo\tHalab,حلب\t36.20124\t37.16117\tP\tPPLA\tSY\t\t09\t\t\t\t1602264\t\t392\tAsia/Damascus\t2019-09-05',
  '163843\tSyria\tSyria\tSyrian Arab Republic\t35\t38\tA\tPCLI\tSY\t\t00\t\t\t\t16906283\t\t\tAsia/Damascus\t2020-01-01',
].join('\n')

/** One that opens in no time. */
function writeOwn(folder: string): string {
  const path = join(folder, 'places.bin')
  const entries = DUMP.split('\n').flatMap((line) => parseGeoNamesLine(line) ?? [])
  writeFileSync(path, compileGazetteer(entries, 'GeoNames').file)
  return path
}

export const gazetteerDump: Door = {
  name: 'gazetteer add',
  open: async (folder) => {
    const whole = readFileSync(writeOwn(folder))
    return async (random): Promise<Attempt> => {
      writeFileSync(join(folder, 'places.bin'), whole)
      writeFileSync(join(folder, 'dump.txt'), await damage(Buffer.from(DUMP), random))
      const setting = { cwd: folder, env: { HEARSAY_GAZETTEER: join(folder, 'places.bin') } }
      const added = await runHearsay(['gazetteer', 'add', 'dump.txt'], setting)
      const found = await runHearsay(['gazetteer', 'find', 'Aleppo'], setting)
      return {
        taken: added.code === 0,
        faults: [
          ...faultsOf(added, 'add'),
          ...faultsOf(found, 'find'),
          ...(added.code !== 0 && !readFileSync(join(folder, 'places.bin')).equals(whole)
            ? ['refused, and yet changed']
            : []),
        ],
      }
    }
  },
}

export const ownGazetteer: Door = {
  name: 'gazetteer of their own',
  open: async (folder) => {
    const path = writeOwn(folder)
    const whole = readFileSync(path)
    return async (random): Promise<Attempt> => {
      writeFileSync(path, await damage(whole, random))
      const args = ['gazetteer', 'find', pick(['Aleppo', 'Damascus', 'Halab', 'Nowhere'], random)]
      const found = await runHearsay(args, { cwd: folder, env: { HEARSAY_GAZETTEER: path } })
      return { taken: found.code === 0, faults: faultsOf(found, args.join(' ')) }
    }
  },
}
