// Work -> how many function calls it takes, counted by V8: unlike seconds, they are the same on a busy machine.

import { type Profiler, Session } from 'node:inspector'

export function countCalls(work: () => void): number {
  const session = new Session()
  session.connect()
  try {
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    work()
    let scripts: readonly Profiler.ScriptCoverage[] = []
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error
      scripts = result
    })
    session.post('Profiler.stopPreciseCoverage')
    return scripts.reduce(
      (sum, { functions }) => sum + functions.reduce((calls, { ranges }) => calls + (ranges[0]?.count ?? 0), 0),
      0,
    )
  } finally {
    session.disconnect()
  }
}
