// The progress of a long run -> a bar with rate and time left on standard error, if that is a terminal.

import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** @param bytes how much of the input that took */
  advance(bytes: number): void
  /** Prints something else without running into the bar. */
  aside<T>(print: () => T): T
  stop(): void
}

const NONE: Progress = { advance: () => {}, aside: (print) => print(), stop: () => {} }

/** @param total bytes to come; 0 if unknown, as on standard input */
export function startProgress(total: number, stream: NodeJS.WriteStream = process.stderr, now = Date.now): Progress {
  if (!stream.isTTY) return NONE
  const bar = new SingleBar(
    {
      format: `${total > 0 ? '{bar} {percentage}%  {left} left  ' : ''}{documents} documents  {rate}/s`,
      stream,
      barsize: 30,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  const started = now()
  let documents = 0
  let done = 0
  const state = () => ({ documents, ...pace(documents, done, total, (now() - started) / 1000) })
  const start = () => bar.start(Math.max(1, total), done, state())
  start()
  return {
    advance(bytes) {
      documents++
      done = Math.min(done + bytes, total)
      bar.update(done, state())
    },
    // The bar remembers where on the screen it started, so it must start again below what is printed.
    aside(print) {
      bar.stop()
      try {
        return print()
      } finally {
        start()
      }
    },
    stop: () => bar.stop(),
  }
}

/** Documents per second, and the time left if the bytes to come take as long as those before. */
export function pace(documents: number, done: number, total: number, seconds: number): { rate: string; left: string } {
  const rate = seconds > 0 ? (documents / seconds).toFixed(1) : '-'
  if (done === 0) return { rate, left: '-' }
  const left = Math.ceil((seconds / done) * (total - done))
  const [hours, minutes] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60)]
  if (hours > 0) return { rate, left: `${hours} h ${minutes} min` }
  return { rate, left: minutes > 0 ? `${minutes} min ${left % 60} s` : `${left} s` }
}
