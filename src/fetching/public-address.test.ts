import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

const CASES: [address: string, open: boolean, why: string][] = [
  ['93.184.215.14', true, 'an ordinary server'],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true, 'an ordinary server, by IPv6'],
  ['127.0.0.1', false, 'this machine'],
  ['127.9.9.9', false, 'this machine by another number'],
  ['0.0.0.0', false, 'unspecified: this machine, to many systems'],
  ['10.0.0.1', false, 'private'],
  ['11.0.0.1', true, 'look-alike: just after 10.0.0.0/8'],
  ['172.15.255.255', true, 'look-alike: just before 172.16.0.0/12'],
  ['172.31.255.255', false, 'private'],
  ['172.32.0.0', true, 'look-alike: just after it'],
  ['192.168.1.1', false, 'private'],
  ['192.169.1.1', true, 'look-alike'],
  ['169.254.169.254', false, "a cloud's metadata"],
  ['100.64.0.1', false, 'carrier-grade NAT'],
  ['100.128.0.1', true, 'look-alike: just after it'],
  ['224.0.0.1', false, 'multicast'],
  ['255.255.255.255', false, 'broadcast'],
  ['::1', false, 'this machine'],
  ['::', false, 'unspecified'],
  ['::127.0.0.1', false, 'the old form of IPv4 in IPv6'],
  ['::ffff:127.0.0.1', false, 'IPv4 in IPv6'],
  ['::ffff:7f00:1', false, 'the same in hex'],
  ['::ffff:93.184.215.14', true, 'look-alike: a public one in IPv6'],
  ['64:ff9b::10.0.0.1', false, 'NAT64 to a private address'],
  ['64:ff9b::5db8:d70e', true, 'look-alike: NAT64 to a public one'],
  ['64:ff9b:1::1', false, 'local NAT64'],
  ['2002:a00:1::', false, '6to4 of a private address'],
  ['2002:5db8:d70e::', true, 'look-alike: 6to4 of a public one'],
  ['2001:0:5ef5:79fd::1', false, 'Teredo'],
  ['::ffff:0:10.0.0.1', false, 'translated without a state'],
  ['::ffff:0:5db8:d70e', false, 'also to a public one: nobody announces such addresses'],
  ['fc00::1', false, 'unique local'],
  ['fdff::1', false, 'unique local'],
  ['fe80::1', false, 'link-local'],
  ['fe80::1%eth0', false, 'link-local, with its interface'],
  ['febf::1', false, 'link-local to its end'],
  ['ff02::1', false, 'multicast'],
  ['localhost', false, 'a name is no address'],
  ['', false, 'nothing'],
]

test.each(CASES)('%s: %s, %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open)
})
