// The pipeline -> the time of each stage, measured from outside: functions are wrapped and each call is counted for its stage.

/** Milliseconds by stage; a stage within a stage counts for itself only. */
export const spent = new Map()
const open = []

export const timeStage =
  (stage, run) =>
  (...args) => {
    if (typeof run !== 'function') throw new Error(`nothing to time for ${stage}: has a stage been renamed?`)
    const started = performance.now()
    open.push(0)
    const close = (result) => {
      const whole = performance.now() - started
      spent.set(stage, (spent.get(stage) ?? 0) + whole - open.pop())
      if (open.length > 0) open[open.length - 1] += whole
      return result
    }
    const result = run(...args)
    return result instanceof Promise ? result.then(close) : close(result)
  }

/** For functions that make the stage: a function, or an object with some. */
const timeMade =
  (stage, make) =>
  (...args) => {
    const wrap = (made) =>
      typeof made === 'function'
        ? timeStage(stage, made)
        : Object.fromEntries(
            Object.entries(made).map(([name, run]) => [name, SLOW.has(name) ? timeStage(stage, run) : run]),
          )
    const made = make(...args)
    return made instanceof Promise ? made.then(wrap) : wrap(made)
  }

/** Looking at the clock takes longer than the others. */
const SLOW = new Set(['split'])

Object.assign(globalThis, { timeStage, timeMade })

/** By the loader: see timed-loader.mjs. */
export const STAGES = [
  { file: '/dist/layout/layout.js', name: 'layOut', stage: 'layout', how: 'timeStage' },
  { file: '/dist/language/language.js', name: 'readLanguage', stage: 'language', how: 'timeStage' },
  { file: '/dist/language/pieces.js', name: 'makeTokenizer', stage: 'pieces', how: 'timeMade' },
  { file: '/dist/language/model.js', name: 'loadModel', stage: 'model', how: 'timeMade' },
  { file: '/dist/reading/tagging/tagging.js', name: 'trainedFinder', stage: 'decoding', how: 'timeMade' },
  { file: '/dist/reading/tagging/statements-in.js', name: 'statementsIn', stage: 'statement heads', how: 'timeStage' },
  { file: '/dist/reading/tagging/events-in.js', name: 'eventsIn', stage: 'event heads', how: 'timeStage' },
  { file: '/dist/reading/tagging/mentions-in.js', name: 'mentionsIn', stage: 'mention heads', how: 'timeStage' },
  { file: '/dist/reading/tagging/loaded-in.js', name: 'loadedIn', stage: 'wording head', how: 'timeStage' },
  { file: '/dist/reading/entities/entities.js', name: 'findEntities', stage: 'entities', how: 'timeStage' },
  { file: '/dist/reading/statements/statements.js', name: 'settleStatements', stage: 'statements', how: 'timeStage' },
  { file: '/dist/reading/times/times.js', name: 'findTimes', stage: 'times', how: 'timeStage' },
  { file: '/dist/reading/counts/counts.js', name: 'findCounts', stage: 'counts', how: 'timeStage' },
  { file: '/dist/reading/places/recognise.js', name: 'recognisePlaces', stage: 'places', how: 'timeStage' },
  { file: '/dist/reading/places/places.js', name: 'resolvePlaces', stage: 'places', how: 'timeStage' },
  { file: '/dist/reading/events/events.js', name: 'settleEvents', stage: 'events', how: 'timeStage' },
]
