// Requests -> whether one more may be answered now: so many at once, and then so many a minute, for each of whom they come from.

export interface Allowance {
  /** Seconds to wait; 0 if it is answered. @param now in milliseconds */
  take(who: string, now: number): number
}

export function startAllowance({ atOnce, perMinute }: { atOnce: number; perMinute: number }): Allowance {
  const left = new Map<string, { tokens: number; at: number }>()
  return {
    take(who, now) {
      const kept = left.get(who) ?? { tokens: atOnce, at: now }
      const refilled = kept.tokens + (Math.max(0, now - kept.at) / 60_000) * perMinute
      const tokens = Math.min(atOnce, refilled)
      const answered = tokens >= 1
      left.set(who, { tokens: answered ? tokens - 1 : tokens, at: now })
      return answered ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60)
    },
  }
}
