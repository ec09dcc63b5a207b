import { expect, test } from 'vitest'
import { UserError } from '../user-error.ts'
import { explainFetchError } from './fetch-error.ts'

const CODES: [code: string, message: string][] = [
  ['ENOTFOUND', 'its host is not known; check the address'],
  ['EAI_AGAIN', 'its host could not be looked up; check the connection'],
  ['ECONNREFUSED', 'its server refuses connections'],
  ['ENETUNREACH', 'its server cannot be reached; check the connection'],
  ['ETIMEDOUT', 'its server does not answer'],
  ['ECONNRESET', 'the server closed the connection before the end of its answer'],
  ['CERT_HAS_EXPIRED', "the server's certificate has expired"],
  ['ERR_TLS_CERT_ALTNAME_INVALID', "the server's certificate is for another host"],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', "the server's certificate is not signed by a known authority"],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "the server's certificate is not signed by a known authority"],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', "the server's certificate is not signed by a known authority"],
  ['CERT_UNTRUSTED', "the server's certificate is not signed by a known authority"],
  ['EPROTO', 'no secure connection to its server was possible'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'no secure connection to its server was possible'],
  ['HPE_HEADER_OVERFLOW', "the headers of the server's answer are too long"],
  ['HPE_INVALID_CONSTANT', "the server's answer is not HTTP"],
  ['EWHATEVER', 'it cannot be fetched (something)'],
]

test.each(CODES)('%s: %s', (code, message) => {
  const error = explainFetchError(Object.assign(new Error('something'), { code }))
  expect(error).toBeInstanceOf(UserError)
  expect(error.message).toBe(`${message} (${code})`)
})

test("a user's error stays as it is; a mistake of ours is none of a server's", () => {
  const told = new UserError('too large')
  expect(explainFetchError(told)).toBe(told)
  expect(() => explainFetchError(new TypeError('undefined is no function'))).toThrow(TypeError)
})
