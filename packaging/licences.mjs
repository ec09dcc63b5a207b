// The paths of modules -> the licences of the packages that they are from, as a text.

import { readdirSync, readFileSync } from 'node:fs'

/** @param {string[]} modules */
export function licencesOf(modules) {
  const folders = new Set(
    modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  )
  return [...folders]
    .map(licenceOf)
    .sort()
    .join(`\n${'-'.repeat(72)}\n`)
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : `Licence: ${license}\n`
  return `${name} ${version}\n\n${text.trimEnd()}\n`
}
