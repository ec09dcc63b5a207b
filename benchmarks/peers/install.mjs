// A folder outside the repository -> the peers' packages in it, as pinned; each is installed once. Whatever cannot be had is named.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** {python, classpath}; null for what is not to be had, with a line that says so. */
export function install(cache, here, complain) {
  mkdirSync(cache, { recursive: true })
  return { python: installPython(cache, here, complain), classpath: installJava(cache, here, complain) }
}

function installPython(cache, here, complain) {
  const folder = join(cache, 'venv')
  const python = join(folder, 'bin', 'python')
  const done =
    (existsSync(python) || ran('python3', ['-m', 'venv', folder])) &&
    ran(python, ['-m', 'pip', 'install', '--quiet', '--upgrade', 'pip']) &&
    ran(python, ['-m', 'pip', 'install', '--quiet', '-r', join(here, 'requirements.txt')])
  if (!done) complain('no Python packages could be installed: their peers are left out')
  return done ? python : null
}

function installJava(cache, here, complain) {
  const file = join(cache, 'classpath')
  const settings = ['-q', '-B', '-f', join(here, 'pom.xml'), `-Dmdep.outputFile=${file}`]
  if (!existsSync(file) && !ran('mvn', [...settings, 'dependency:build-classpath'])) {
    complain('CoreNLP could not be had (java and mvn are needed): it is left out')
    return null
  }
  return readFileSync(file, 'utf8').trim()
}

const ran = (command, words) => spawnSync(command, words, { stdio: ['ignore', 2, 2] }).status === 0
