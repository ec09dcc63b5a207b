// Property tests roam while someone watches; in CI they try the same values each time, so that a failure is the change's own.

import fc from 'fast-check'

if (process.env.CI) fc.configureGlobal({ seed: 20161017 })
