// Hosts, addresses and networks that a user named -> which IP addresses may be requested besides those of the open internet.

import { BlockList, isIP } from 'node:net'
import { isIn, isLinkLocal, isPublicAddress } from './public-address.ts'
import type { Way } from './request.ts'

/** "localhost", "wiki.intranet", "10.1.2.3", "fd00::1", "10.1.0.0/16" */
export const isPlace = (typed: string): boolean =>
  networkOf(typed) !== null || /^[\p{L}\d](?:[\p{L}\d.-]{0,251}[\p{L}\d])?$/u.test(typed)

export function alsoPrivate(places: readonly string[]): Way['mayAsk'] {
  const networks = new BlockList()
  const hosts = new Set(places.map((place) => place.toLowerCase()))
  for (const place of places) {
    const network = networkOf(place)
    if (network) networks.addSubnet(network.address, network.bits, network.family)
  }
  return (address, host) =>
    isPublicAddress(address) || (!isLinkLocal(address) && (hosts.has(host.toLowerCase()) || isIn(networks, address)))
}

function networkOf(typed: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [, address = '', length] = /^\[?([\d.]{7,15}|[\da-f:.]{2,45})\]?(?:\/(\d{1,3}))?$/i.exec(typed) ?? []
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  const bits = length === undefined ? most : Number(length)
  return version === 0 || bits > most ? null : { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' }
}
