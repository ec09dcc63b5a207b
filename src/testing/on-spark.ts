// scale/spark on this machine: what it lacks for it, and a run of the program on two cores.

import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MAIN } from './hearsay.ts'

const FOLDER = fileURLToPath(new URL('../../scale/spark/', import.meta.url))

/** With pyspark; a virtual environment's, if it is named. */
const PYTHON = process.env.HEARSAY_PYTHON || 'python3'

/** Why it cannot run here; null if it can. */
export function lackingForSpark(): string | null {
  if (!runs(PYTHON, ['-c', 'import pyspark']))
    return `${PYTHON} has no pyspark: pip install pyspark, and name it with HEARSAY_PYTHON`
  return runs('java', ['-version']) ? null : 'there is no Java'
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Job {
  /** A file of documents, or of readings. */
  archive: string
  out: string
  areReadings?: boolean
  partitions: number
}

/** Fails with what Spark said. */
export async function reconcileOnSpark({ archive, out, areReadings = false, partitions }: Job): Promise<void> {
  const settings = {
    'spark.ui.enabled': 'false',
    'spark.driver.host': '127.0.0.1',
    'spark.log.level': 'WARN',
    'spark.ui.showConsoleProgress': 'false',
  }
  await promisify(execFile)(
    PYTHON,
    [
      ...['-c', SUBMIT, '--master', 'local[2]'],
      ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
      ...['--py-files', `${FOLDER}filters.py,${FOLDER}components.py`, `${FOLDER}reconcile.py`],
      ...['--hearsay', `'${process.execPath}' '${MAIN}'`, '--partitions', String(partitions)],
      ...(areReadings ? ['--readings'] : []),
      ...[archive, out],
    ],
    { env: { ...process.env, PYSPARK_PYTHON: PYTHON }, maxBuffer: 2 ** 26 },
  )
}

/** pyspark's own spark-submit, wherever it is installed. */
const SUBMIT = `
import os, sys, pyspark
home = os.path.dirname(pyspark.__file__)
os.environ["SPARK_HOME"] = home
os.execv(os.path.join(home, "bin", "spark-submit"), ["spark-submit", *sys.argv[1:]])
`

/** The parts of a folder that Spark wrote, one after the other. */
export const partsOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith('part-'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
