// An IP address -> whether it is one of the open internet: not of this machine, a home or company network, or a cloud's inside.

import { BlockList, isIP } from 'node:net'

/** From IANA's registry of special-purpose addresses; multicast and what is reserved too. */
const CLOSED_IPV4: readonly [network: string, bits: number, what: string][] = [
  ['0.0.0.0', 8, 'this host'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, "shared by a provider's customers"],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, "link-local, where clouds keep their machines' secrets"],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, '6to4 relays'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarks'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved, and broadcast'],
]

const CLOSED_IPV6: readonly [network: string, bits: number, what: string][] = [
  ['::', 96, 'unspecified, loopback, and the old form of IPv4 in IPv6'],
  ['64:ff9b:1::', 48, 'translation within a network'],
  ['100::', 64, 'discarded'],
  ['2001::', 23, 'protocol assignments, Teredo among them'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
  ['5f00::', 16, 'segment routing'],
  ['fc00::', 7, 'unique local'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'site-local'],
  ['ff00::', 8, 'multicast'],
]

const closed = new BlockList()
for (const [network, bits] of CLOSED_IPV4) {
  const [high, low] = halvesOf(network)
  closed.addSubnet(network, bits, 'ipv4') // ::ffff:10.0.0.1 is found by this too
  closed.addSubnet(`64:ff9b::${high}:${low}`, 96 + bits, 'ipv6') // NAT64
  closed.addSubnet(`2002:${high}:${low}::`, 16 + bits, 'ipv6') // 6to4
}
for (const [network, bits] of CLOSED_IPV6) closed.addSubnet(network, bits, 'ipv6')

/** "10.1.2.3" -> "a01", "203" */
function halvesOf(ipv4: string): [high: string, low: string] {
  const [a, b, c, d] = ipv4.split('.').map(Number)
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
}

/** What is no IP address is not public either. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '') // "fe80::1%eth0"
  const version = isIP(bare)
  return version !== 0 && !closed.check(bare, version === 4 ? 'ipv4' : 'ipv6')
}
