// Who may sign in: listed, added, changed and removed by an owner.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { faultOf, hashPassword, LONGEST_PASSWORD } from '../../record/people/password.ts'
import {
  type Account,
  addPerson,
  listPeople,
  ROLES,
  removePerson,
  setPassword,
  setRole,
} from '../../record/people/people.ts'
import { UserError } from '../../user-error.ts'
import { failure } from '../answers.ts'
import { upTo } from '../up-to.ts'
import { type Doors, isOpen, PEOPLE } from './gate.ts'

const role = z.enum(ROLES)
export const personAnswer = z.object({ name: z.string(), role }).openapi('Person')
export type PersonAnswer = z.infer<typeof personAnswer>

const people = z.object({ people: z.array(personAnswer) }).openapi('People')
export type PeopleAnswer = z.infer<typeof people>

/** Nothing of the password leaves. */
export const toAnswer = ({ name, role }: Account): PersonAnswer => ({ name, role })

const name = z.string().min(1).max(200)
const password = z.string().max(LONGEST_PASSWORD + 1)

const change = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('add'), name, role, password }),
    z.object({ what: z.literal('role'), name, role }),
    z.object({ what: z.literal('password'), name, password }),
    z.object({ what: z.literal('remove'), name }),
  ])
  .openapi('ChangePeople')
export type PeopleChange = z.infer<typeof change>

const listRoute = createRoute({
  method: 'get',
  path: PEOPLE,
  summary: 'Who may sign in; for owners',
  responses: { 200: { description: 'By name', content: { 'application/json': { schema: people } } } },
})

const changeRoute = createRoute({
  method: 'post',
  path: PEOPLE,
  summary: 'Adds a person, gives one another role or password, or removes one; for owners',
  request: { body: { required: true, content: { 'application/json': { schema: change } } } },
  responses: {
    200: { description: 'Who may sign in now', content: { 'application/json': { schema: people } } },
    403: { description: 'Nobody is there yet', content: { 'application/json': { schema: failure } } },
    413: { description: 'It is too long', content: { 'application/json': { schema: failure } } },
    422: { description: 'It cannot be done', content: { 'application/json': { schema: failure } } },
  },
})

export function addPeople(app: OpenAPIHono, doors: Doors): void {
  const { record, now } = doors
  const answer = (): PeopleAnswer => ({ people: listPeople(record).map(toAnswer) })
  app.use(PEOPLE, upTo(5000))
  app.openapi(listRoute, (context) => context.json(answer(), 200))
  app.openapi(changeRoute, async (context) => {
    if (isOpen(doors))
      return context.json({ error: 'the first owner is made on the machine: hearsay people add NAME' }, 403)
    try {
      await makeChange(context.req.valid('json'))
    } catch (error) {
      if (error instanceof UserError) return context.json({ error: error.message }, 422)
      throw error
    }
    return context.json(answer(), 200)
  })

  async function makeChange(sent: PeopleChange): Promise<void> {
    switch (sent.what) {
      case 'add':
        return addPerson(record, sent.name, { role: sent.role, password: await hashed(sent), addedAt: now() })
      case 'role':
        return setRole(record, sent.name, sent.role)
      case 'password':
        return setPassword(record, sent.name, await hashed(sent))
      case 'remove':
        return removePerson(record, sent.name)
    }
  }
}

async function hashed({ name, password }: { name: string; password: string }): Promise<string> {
  const fault = faultOf(password, name)
  if (fault !== null) throw new UserError(fault)
  return hashPassword(password)
}
