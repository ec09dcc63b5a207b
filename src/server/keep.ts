// What takes long to make -> kept as long as what it was made from is the same.

/** The result of `make`, made again only where one of `from` is another value, or another object, than before. */
export type Keep = <Made>(key: string, from: readonly unknown[], make: () => Made) => Made

export function keeping(): Keep {
  const kept = new Map<string, { from: readonly unknown[]; made: unknown }>()
  return <Made>(key: string, from: readonly unknown[], make: () => Made): Made => {
    const known = kept.get(key)
    if (known && isSame(known.from, from)) return known.made as Made
    const made = make()
    kept.set(key, { from, made })
    return made
  }
}

export const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, at) => Object.is(one, others[at]))
