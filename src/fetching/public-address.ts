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
  ['::ffff:0:0:0', 96, 'translation to IPv4 without a state'],
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

const closed = listOf(CLOSED_IPV4, CLOSED_IPV6)
const linkLocal = listOf([['169.254.0.0', 16]], [['fe80::', 10]])

type Networks = readonly (readonly [network: string, bits: number, what?: string])[]

function listOf(ipv4: Networks, ipv6: Networks): BlockList {
  const list = new BlockList()
  for (const [network, bits] of ipv4) {
    const [high, low] = halvesOf(network)
    list.addSubnet(network, bits, 'ipv4') // ::ffff:10.0.0.1 is found by this too
    list.addSubnet(`::ffff:0:${high}:${low}`, 96 + bits, 'ipv6') // translated without a state
    list.addSubnet(`64:ff9b::${high}:${low}`, 96 + bits, 'ipv6') // NAT64
    list.addSubnet(`2002:${high}:${low}::`, 16 + bits, 'ipv6') // 6to4
  }
  for (const [network, bits] of ipv6) list.addSubnet(network, bits, 'ipv6')
  return list
}

/** "10.1.2.3" -> "a01", "203" */
function halvesOf(ipv4: string): [high: string, low: string] {
  const [a, b, c, d] = ipv4.split('.').map(Number)
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)]
}

/** What is no IP address is not public either. */
export const isPublicAddress = (address: string): boolean => isIP(bareOf(address)) !== 0 && !isIn(closed, address)

/** No list of one's own opens these: a link in a feed must never reach what a cloud keeps there. */
export const isLinkLocal = (address: string): boolean => isIn(linkLocal, address)

export function isIn(list: BlockList, address: string): boolean {
  const bare = bareOf(address)
  const version = isIP(bare)
  return version !== 0 && list.check(bare, version === 4 ? 'ipv4' : 'ipv6')
}

/** "fe80::1%eth0" */
const bareOf = (address: string): string => address.split('%', 1)[0]
