// The one error that users see: a sentence that says what is wrong, names the value, and says what to do.

/** Exit codes, as documented in the help. */
export const EXIT = {
  ok: 0,
  someInputsFailed: 1,
  usage: 2,
  record: 3,
  output: 4,
  changed: 5,
  internal: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export class UserError extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = EXIT.someInputsFailed) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}
