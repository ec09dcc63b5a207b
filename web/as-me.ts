// Where nobody signs in, the name that was typed on the pages, for an address that asks what a person has seen.

export function asMe(): string {
  const name = localStorage.getItem('hearsay-who') ?? ''
  return name === '' ? '' : `?${new URLSearchParams({ who: name })}`
}
