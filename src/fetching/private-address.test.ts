import { expect, test } from 'vitest'
import { alsoPrivate, isPlace } from './private-address.ts'

const NAMED = ['localhost', 'Wiki.Intranet', '10.1.0.0/16', '192.168.7.7', 'fd00:1::/32', '169.254.0.0/16', 'metadata']
const mayAsk = alsoPrivate(NAMED)

const CASES: [address: string, host: string, may: boolean, why: string][] = [
  ['127.0.0.1', 'localhost', true, 'a host that was named'],
  ['::1', 'LOCALHOST', true, 'names know no case'],
  ['10.9.9.9', 'wiki.intranet', true, 'wherever it lies'],
  ['127.0.0.1', 'localhost.evil.example', false, 'look-alike of a name'],
  ['127.0.0.1', 'evil.example', false, 'a name that was pointed at this machine'],
  ['10.1.255.1', 'evil.example', true, 'a network that was named'],
  ['10.2.0.1', '10.2.0.1', false, 'the network beside it'],
  ['::ffff:10.1.2.3', 'x.example', true, 'the same network, by IPv4 in IPv6'],
  ['192.168.7.7', '192.168.7.7', true, 'an address that was named'],
  ['192.168.7.8', '192.168.7.8', false, 'the address beside it'],
  ['fd00:1:2::3', 'x.example', true, 'a network in IPv6'],
  ['fd00:2::3', 'x.example', false, 'the network beside it'],
  ['93.184.215.14', 'news.example', true, 'the open internet'],
  ['169.254.169.254', 'metadata', false, "never a cloud's secrets, even if they are named"],
  ['::ffff:169.254.169.254', 'metadata', false, 'nor by IPv6'],
  ['64:ff9b::a9fe:a9fe', 'metadata', false, 'nor by NAT64'],
  ['fe80::1', 'metadata', false, 'link-local in IPv6'],
]

test.each(CASES)('%s of %s: %s, %s', (address, host, may) => {
  expect(mayAsk(address, host)).toBe(may)
})

test('what is typed is a place or a mistake', () => {
  expect([...NAMED, '[::1]', 'böse.example'].filter((place) => !isPlace(place))).toEqual([])
  const wrong = ['', 'http://localhost/', '10.0.0.0/33', '-x', 'a b', '10.0.0.0/x', 'localhost:8080']
  expect(wrong.filter(isPlace)).toEqual([])
})
