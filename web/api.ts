// An address of the server -> its answer, or one sentence that says why there is none.

export class NoAnswer extends Error {}

/** Nobody is signed in, or not any more. */
export class SignedOut extends NoAnswer {}

export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`/api/${path}`, init).catch(() => null)
  if (!response) throw new NoAnswer('hearsay serve is no longer running; start it again and reload this page')
  const body = await response.text()
  if (response.ok) return JSON.parse(body || 'null')
  if (response.status === 401 && !path.startsWith('session'))
    throw new SignedOut('you are signed out; sign in again in another tab, then try once more here')
  throw new NoAnswer(sentenceOf(body) ?? `the server answered ${response.status}`)
}

function sentenceOf(body: string): string | null {
  try {
    const { error } = JSON.parse(body)
    return typeof error === 'string' ? error : null
  } catch {
    return body.length > 0 && body.length < 300 ? body : null
  }
}
