import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

export interface Address {
  address: string
  family: number
}
export type Resolve = (host: string) => Promise<Address[]>

/** Every address of a name, as the system resolves it. */
export const resolveBySystem: Resolve = (host) => lookup(host, { all: true, order: 'verbatim' })

/**
 * What is no address of the public internet (IANA special-purpose registries): private, loopback, link-local with the
 * metadata services, shared, documentation, benchmarking, multicast, reserved, and every way to wrap an IPv4 address in IPv6.
 */
// Two lists: one would hold every IPv4 address for the same as its mapped form, which is blocked whole.
const NOT_PUBLIC = { ipv4: new BlockList(), ipv6: new BlockList() }
const IPV4 = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const
const IPV6 = [
  ['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['5f00::', 16],
  ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const
for (const [net, prefix] of IPV4) NOT_PUBLIC.ipv4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of IPV6) NOT_PUBLIC.ipv6.addSubnet(net, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  const kind = family === 6 ? 'ipv6' : 'ipv4'
  return family !== 0 && !NOT_PUBLIC[kind].check(address, kind)
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

/** The name leads, at least in part, to where no push service is. */
export class AddressRefused extends Error {
  readonly code = 'EADDRESSREFUSED'
}

/** The addresses of a host, all of which may be reached. @throws AddressRefused; the resolver's own error. */
export async function reachableAddresses(host: string, resolve: Resolve, mayReach: (address: string) => boolean): Promise<Address[]> {
  const literal = host.replace(/^\[|\]$/g, '')
  const family = isIP(literal)
  const addresses = family !== 0 ? [{ address: literal, family }] : await resolve(host)
  if (addresses.length === 0 || !addresses.every(({ address }) => mayReach(address))) throw new AddressRefused('the address is not one of the public internet')
  return addresses
}

/**
 * A lookup for sockets: what is connected to is what was checked, so that a name which changes its answer between check
 * and connection gains nothing.
 */
export function checkedLookup(resolve: Resolve, mayReach: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    reachableAddresses(host, resolve, mayReach).then((addresses) => {
      const [first] = addresses
      if (options.all) callback(null, addresses)
      else callback(null, first?.address ?? '', first?.family)
    }, (error: NodeJS.ErrnoException) => callback(error, '', 0))
  }
}
