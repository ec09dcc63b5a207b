// Why nothing is decided: what a route answers instead of a decision.

/** Says why nothing is decided: 409 where something has changed, 422 where it makes no sense. */
export interface Refusal {
  status: 409 | 422
  error: string
}

export const CHANGED: Refusal = {
  status: 409,
  error: 'this was changed since the page was opened; reload the page and decide again',
}
export const refuse = (error: string): Refusal => ({ status: 422, error })
export const isRefusal = (answer: object | null): answer is Refusal => answer !== null && 'error' in answer
