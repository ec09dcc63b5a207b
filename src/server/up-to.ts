// A size in bytes -> what refuses requests whose bodies are longer.

import { bodyLimit } from 'hono/body-limit'

export const upTo = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (context) => context.json({ error: 'the request is too long' }, 413) })
