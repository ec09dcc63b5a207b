// A Node module hook between the pipeline and its stages: times each call of a stage from outside.
// `register` passes on what is timed, and by which function of the benchmark.

/** @type {{ file: string, name: string, stage: string, how: string }[]} */
let timed = []

export const initialize = (stages) => {
  timed = stages
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  const here = timed.some(({ file }) => found.url.endsWith(file)) && !context.parentURL?.includes('?timed')
  return here ? { ...found, url: `${found.url}?timed` } : found
}

export async function load(url, context, next) {
  if (!url.endsWith('?timed')) return next(url, context)
  const original = url.slice(0, -'?timed'.length)
  const wrapped = timed
    .filter(({ file }) => original.endsWith(file))
    .map(({ name, stage, how }) => `export const ${name} = globalThis.${how}('${stage}', original.${name})`)
  const source = [`import * as original from '${original}'`, `export * from '${original}'`, ...wrapped].join('\n')
  return { format: 'module', source, shortCircuit: true }
}
