// What takes work to get, by number -> kept while it is asked for again and again.

/** @param most about as many are kept, those asked for last */
export function recently<Item>(most: number, get: (number: number) => Item): (number: number) => Item {
  let young = new Map<number, Item>()
  let old = new Map<number, Item>()
  return (number) => {
    const known = young.get(number)
    if (known !== undefined) return known
    const item = old.get(number) ?? get(number)
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(number, item)
    return item
  }
}
