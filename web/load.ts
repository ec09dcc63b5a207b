// An address -> the page for it, with its data.

import type { PeopleAnswer } from '../src/server/accounts/people.ts'
import type {
  ArticleAnswer,
  ArticleListAnswer,
  IncidentAnswer,
  IncidentListAnswer,
  OverviewAnswer,
  SearchAnswer,
  SourceListAnswer,
  SourcePageAnswer,
} from '../src/server/answers.ts'
import type { CollectionListAnswer } from '../src/server/collections.ts'
import type { ReviewAnswer } from '../src/server/review-answers.ts'
import type { SinceAnswer } from '../src/server/since.ts'
import { ask as askServer } from './api.ts'
import { asMe } from './as-me.ts'
import { askedIn, collectionOf } from './in-collection.ts'
import { parseAsked } from './incidents/filter.ts'
import { insidePlace } from './incidents/inside.ts'
import { loadWorld, type World } from './incidents/world.ts'
import { session, whoIsIt } from './session.svelte.ts'
import { shown, titleOf } from './words.ts'

export type Loaded = { title: string } & (
  | { page: 'overview'; data: OverviewAnswer }
  | { page: 'articles'; data: ArticleListAnswer }
  | { page: 'article'; data: ArticleAnswer }
  | { page: 'search'; data: SearchAnswer }
  | { page: 'sources'; data: SourceListAnswer }
  | { page: 'source'; data: SourcePageAnswer }
  | { page: 'incidents'; data: IncidentListAnswer; inside: ReadonlySet<string> | null; world: World }
  | { page: 'incident'; data: IncidentAnswer; world: World }
  | { page: 'collections'; data: CollectionListAnswer }
  | { page: 'review'; data: ReviewAnswer }
  | { page: 'since'; data: SinceAnswer }
  | { page: 'add' }
  | { page: 'people'; data: PeopleAnswer | null }
  | { page: 'sign-in' }
  | { page: 'missing' }
)

export const SIGN_IN: Loaded = { page: 'sign-in', title: 'Sign in' }

/** Both are asked at once, so that nobody waits who need not sign in. */
export async function load(address: URL): Promise<Loaded> {
  const [loaded] = await Promise.all([loadPage(address), whoIsIt()])
  return session.mustSignIn ? SIGN_IN : loaded
}

async function loadPage(address: URL): Promise<Loaded> {
  const { pathname, search } = address
  const collection = collectionOf(address)
  const ask = <Answer>(path: string): Promise<Answer> => askServer(askedIn(collection, path))
  const [, section, ...rest] = pathname.split('/')
  const id = rest.join('/')
  switch (section) {
    case '':
      return { page: 'overview', title: collection ?? 'Overview', data: await ask('overview') }
    case 'articles': {
      if (id === '') return { page: 'articles', title: 'Articles', data: await ask(`articles${search}`) }
      const data = await ask<ArticleAnswer>(`articles/${rest[0]}/${rest[1] ?? 1}`)
      return { page: 'article', title: titleOf(headOf(data)), data }
    }
    case 'search':
      return { page: 'search', title: 'Search', data: await ask(`search${search}`) }
    case 'sources':
      return { page: 'sources', title: 'Sources', data: await ask(`sources${search}`) }
    case 'source': {
      const data = await ask<SourcePageAnswer>(`source${search}`)
      return { page: 'source', title: data.name, data }
    }
    case 'incidents': {
      const world = loadWorld('coarse')
      if (id === '') {
        const { place, all } = parseAsked(new URLSearchParams(search))
        const list = ask<IncidentListAnswer>(all ? 'incidents?all=yes' : 'incidents')
        const [data, inside] = await Promise.all([list, insidePlace(place, all)])
        return { page: 'incidents', title: 'Incidents', data, inside, world: await world }
      }
      const data = await ask<IncidentAnswer>(`incidents/${id}`)
      return { page: 'incident', title: shown(data.title), data, world: await world }
    }
    case 'collections':
      return { page: 'collections', title: 'Collections', data: await askServer('collections') }
    case 'review':
      return { page: 'review', title: 'Review', data: await ask(`review${search}`) }
    case 'since':
      return { page: 'since', title: 'Since you last looked', data: await askServer(`since${asMe()}`) }
    case 'add':
      return { page: 'add', title: 'Add' }
    case 'people': {
      await whoIsIt()
      const data = session.person?.role === 'owner' ? await ask<PeopleAnswer>('people') : null
      return { page: 'people', title: session.person?.name ?? 'People', data }
    }
    default:
      return { page: 'missing', title: 'Page not found' }
  }
}

function headOf({ text, offset, article, document }: ArticleAnswer): { title: string | null; origin: string } {
  const title = article.title ? text.slice(article.title[0] - offset, article.title[1] - offset) : null
  return { title, origin: document.origin }
}
