// This machine -> the name of its user, under which decisions go into the log.

import { userInfo } from 'node:os'

export function userName(): string {
  try {
    return userInfo().username || NOBODY
  } catch {
    return NOBODY // a user without an entry in the system's list, as in some containers
  }
}

const NOBODY = 'somebody'
