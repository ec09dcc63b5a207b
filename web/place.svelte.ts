// The current address: follows links and the browser's buttons, and shows a page once its data has arrived.

import { tick } from 'svelte'
import { NoAnswer, SignedOut } from './api.ts'
import { inCollectionOf } from './in-collection.ts'
import { type Loaded, load, SIGN_IN } from './load.ts'
import { isOver } from './session.svelte.ts'

interface Place {
  address: URL
  loaded: Loaded | null
  /** Why there is nothing to show. */
  error: string | null
  loading: boolean
  /** Counts the pages shown: none keeps the state of the one before. */
  turn: number
}

// Replaced as a whole: otherwise Svelte would watch each value of an answer, which takes a second for thousands.
let now: Place = $state.raw({
  address: new URL(location.href),
  loaded: null,
  error: null,
  loading: false,
  turn: 0,
})

export const place: Readonly<Place> = {
  get address() {
    return now.address
  },
  get loaded() {
    return now.loaded
  },
  get error() {
    return now.error
  },
  get loading() {
    return now.loading
  },
  get turn() {
    return now.turn
  },
}

let asked = 0

const within = (to: string): URL => inCollectionOf(new URL(location.href), new URL(to, location.href))

/** Stays in the collection that is shown. @param keep keeps the scroll position, as when a list is filtered */
export async function go(to: string, { replace = false, keep = false } = {}): Promise<void> {
  const address = within(to)
  history.replaceState({ scroll: scrollY }, '')
  history[replace ? 'replaceState' : 'pushState']({ scroll: 0 }, '', address)
  await show(address, { scroll: keep ? scrollY : 0, keep })
}

/** Changes the address only, as when a mark is chosen. */
export function note(to: string): void {
  history.replaceState({ scroll: scrollY }, '', within(to))
  now = { ...now, address: new URL(location.href) }
}

/** Loads the same page again with the record as it is now; keeps the scroll position. */
export const refresh = (): Promise<void> => show(new URL(location.href), { scroll: scrollY, stays: true })

interface Showing {
  scroll: number
  keep?: boolean
  stays?: boolean
}

async function show(address: URL, { scroll, keep = false, stays = false }: Showing): Promise<void> {
  const mine = ++asked
  now = { ...now, loading: true }
  const arrived = await load(address).then(
    (loaded) => ({ loaded, error: null }),
    (error: unknown) => {
      if (!(error instanceof SignedOut)) return { loaded: null, error: sentenceOf(error) }
      isOver()
      return { loaded: SIGN_IN, error: null }
    },
  )
  if (mine !== asked) return
  now = { ...arrived, address, loading: false, turn: keep ? now.turn : now.turn + 1 }
  document.title = `${arrived.loaded?.title ?? 'Not available'} · Hearsay`
  await tick()
  if (keep) return
  if (stays) {
    scrollTo(0, scroll)
    // The pressed button is gone: put the keyboard focus on the same part of the page.
    const part = document.querySelector<HTMLElement>('[data-goes-on]')
    if (document.activeElement === document.body) part?.focus({ preventScroll: true })
    return
  }
  if (place.address.searchParams.has('mark')) return // the article brings it into view
  scrollTo(0, scroll)
  if (mine > 1) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

function sentenceOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.message
  console.error(error)
  return 'this is a bug in Hearsay; the browser’s console has details'
}

export function start(): void {
  history.scrollRestoration = 'manual'
  addEventListener('popstate', (event) => show(new URL(location.href), { scroll: event.state?.scroll ?? 0 }))
  // Before a link is opened in another tab, or copied.
  addEventListener('pointerdown', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null
    if (link) link.href = within(link.href).href.slice(location.origin.length)
  })
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.target || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    go(link.href)
  })
  show(place.address, { scroll: 0 })
}
