// Paths as typed -> the files they stand for, web addresses as they are, directories walked in an order that is the same everywhere.

import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../user-error.ts'
import { isWebAddress } from '../web-address.ts'
import { explainFileError } from './file-error.ts'

/** `-` as a path is standard input. */
export type Found = { path: string; size: number } | { path: string; failure: UserError }

/** What lies beside documents and is none: hidden files, marks of an open Office file, read-me files, records with what lies next to them. */
const PASSED_OVER = /^\.|^~\$|^readme(?:\.\w+)?$|\.db(?:-wal|-shm|-journal)?$|\.seal(?:-new)?$/i

/** A path in an archive, where what macOS adds of its own lies too. */
export const isPassedOver = (path: string): boolean =>
  path.split('/').some((name) => name !== '.' && name !== '..' && (PASSED_OVER.test(name) || name === '__MACOSX'))

/** As browsers call it in the languages of their menus. */
const OF_PAGE = /(?:_files|-Dateien|_fichiers|_archivos|_ficheiros|_bestanden|_pliki|-filer)$/

/** "report_files", where a browser puts the pictures, scripts and frames of "report.html". */
const belongsToPage = (name: string, has: (other: string) => boolean): boolean =>
  OF_PAGE.test(name) && ['.html', '.htm', '.xhtml'].some((end) => has(name.replace(OF_PAGE, end)))

/**
 * The files of an archive that belong to a page in it: what lies in the page's own folder, and the frames that archiving
 * tools (WebScrapBook, MAFF) put beside their "index.html" as "index_1.html".
 */
export function findPageParts(paths: readonly string[]): Set<string> {
  const all = new Set(paths)
  const isPart = (path: string): boolean => {
    const names = path.split('/')
    const inFolder = names.some(
      (name, at) =>
        at < names.length - 1 && belongsToPage([...names.slice(0, at), name].join('/'), (it) => all.has(it)),
    )
    const [, folder] = /^(.*\/)?index(?:_\d+\.\w+|\.json|\.rdf)$/.exec(path) ?? [null, null]
    return inFolder || (folder !== null && all.has(`${folder ?? ''}index.html`))
  }
  return new Set(paths.filter(isPart))
}

/** @param except a file that is never read, wherever the walk meets it: the record itself, under whatever name */
export async function* walk(paths: readonly string[], except?: string): AsyncGenerator<Found> {
  const walked = new Set<string>()
  const exceptReal = except === undefined ? undefined : await realpath(except).catch(() => undefined)
  for (const path of paths) {
    if (path === '-' || isWebAddress(path)) yield { path, size: 0 }
    else yield* walkPath(path, { walked, ancestors: [], exceptReal, typed: true })
  }
}

interface Way {
  /** Every directory so far: one reached again by another link is the same files again, without end if links nest. */
  walked: Set<string>
  ancestors: readonly string[]
  exceptReal: string | undefined
  typed: boolean
}

async function* walkPath(path: string, way: Way): AsyncGenerator<Found> {
  let stats: Stats
  let real: string
  try {
    stats = await stat(path)
    real = await realpath(path)
  } catch (error) {
    yield { path, failure: explainFileError(error) }
    return
  }
  if (stats.isDirectory()) yield* walkDirectory(path, real, way)
  else if (real === way.exceptReal) return
  else if (way.typed || stats.isFile()) yield { path, size: stats.isFile() ? stats.size : 0 }
  else
    yield { path, failure: new UserError('this is a pipe, socket or device; name it on the command line to read it') }
}

async function* walkDirectory(path: string, real: string, way: Way): AsyncGenerator<Found> {
  if (way.ancestors.includes(real)) {
    yield { path, failure: new UserError(`this link leads back to ${real}, which contains it; not followed`) }
    return
  }
  if (way.walked.has(real)) return
  way.walked.add(real)
  let names: string[]
  try {
    names = await readdir(path)
  } catch (error) {
    yield { path, failure: explainFileError(error) }
    return
  }
  const present = new Set(names)
  const within = { ...way, ancestors: [...way.ancestors, real], typed: false }
  // By code unit: the order must not hang on the machine's locale.
  for (const name of names.sort()) {
    if (!PASSED_OVER.test(name) && !belongsToPage(name, (it) => present.has(it)))
      yield* walkPath(join(path, name), within)
  }
}
