/** Where a network address is, as far as the address itself tells. Which country it is in, nobody is asked. */
export type PlaceOfAddress = 'this-machine' | 'local-network' | 'internet' | 'unknown';

/** Loopback and private ranges: RFC 1122, RFC 1918, RFC 3927, RFC 4193, RFC 4291. */
export function placeOfAddress(address: string | null): PlaceOfAddress {
  if (address === null || address === '') return 'unknown';
  const four = /(?:^|:)(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(address);
  if (four) return placeOfFour(Number(four[1]), Number(four[2]));
  // Sign-in keeps the network of an IPv6 address (64 bits): the loopback one is all zeros then.
  if (/^[0:]+1?$/.test(address)) return 'this-machine';
  return /^(f[cd]|fe[89ab])/i.test(address) ? 'local-network' : 'internet';
}

function placeOfFour(first: number, second: number): PlaceOfAddress {
  if (first === 127) return 'this-machine';
  const isLocal = first === 10 || (first === 172 && second >= 16 && second < 32) || (first === 192 && second === 168);
  return isLocal || (first === 169 && second === 254) ? 'local-network' : 'internet';
}
