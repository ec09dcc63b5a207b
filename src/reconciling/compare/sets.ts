// Two sets -> whether they have something in common, or nothing though both have something.

export const share = <Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean => {
  for (const item of one) if (other.has(item)) return true
  return false
}

export const areApart = <Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean =>
  one.size > 0 && other.size > 0 && !share(one, other)
