import ipaddr from 'ipaddr.js';

/** Networks in CIDR form ("127.0.0.1/32") that the operator allows although they are not public. */
export type AllowedNetworks = readonly string[];

/**
 * Whether requests that somebody else asked for may go to an IP address: public ones may, and those the operator allows. What is private,
 * loopback, link-local (the metadata service of clouds among it), multicast or reserved may not, nor what wraps IPv4 in IPv6 (6to4,
 * Teredo, NAT64): it would lead around these rules. IANA special-purpose address registries.
 */
export function mayCall(address: string, allowed: AllowedNetworks): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 clothes ("::ffff:127.0.0.1") is judged as what it is.
  const ip = ipaddr.process(address);
  return ip.range() === 'unicast' || isAllowed(ip, allowed);
}

/** @throws RangeError for what is not a network in CIDR form. */
export function checkNetworks(networks: AllowedNetworks): void {
  for (const network of networks) if (!ipaddr.isValidCIDR(network)) throw new RangeError(`Not a network in CIDR form: ${network}.`);
}

/** Whether the operator named a network that holds the address. */
export function isAllowedNetwork(address: string, allowed: AllowedNetworks): boolean {
  return ipaddr.isValid(address) && isAllowed(ipaddr.process(address), allowed);
}

function isAllowed(ip: ipaddr.IPv4 | ipaddr.IPv6, allowed: AllowedNetworks): boolean {
  return allowed.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === ip.kind() && ip.match(base, bits);
  });
}
