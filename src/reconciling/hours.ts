// A TIMEX3 value -> the hours of the day that it covers: "2016-06-26TMO" is a morning. Undefined for a whole day.

const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  MO: [4, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [17, 24],
  NI: [18, 30],
}

export function hoursOf(value: string): readonly [from: number, to: number] | undefined {
  const [, part, hour] = /^\d{4}-\d\d-\d\dT(?:([A-Z]{2})|(\d\d))/.exec(value) ?? []
  if (part !== undefined) return PARTS[part]
  return hour === undefined ? undefined : [Number(hour) - 1, Number(hour) + 2]
}
