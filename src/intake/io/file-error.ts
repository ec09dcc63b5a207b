// An error from the file system -> the sentence a user needs. Anything else is passed on as it is.

import { UserError } from '../../user-error.ts'

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission to read it is denied',
  EPERM: 'permission to read it is denied',
  EISDIR: 'this is a directory',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long for the file system',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the device failed to read it',
  ENXIO: 'this is a socket or a device, not a file',
}

export function explainFileError(error: unknown): UserError {
  if (error instanceof UserError) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  return new UserError(REASONS[error.code] ?? `it cannot be read (${error.message})`)
}
