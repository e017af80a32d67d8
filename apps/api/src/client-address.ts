import { BlockList, isIP, isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Names the client of a request, for fair queueing: an IPv4 address, or the /64 network of an IPv6 address. */
export interface ClientAddress {
  (peer: string | undefined, forwardedFor: string | undefined): string;
  /** Whether a connection from this address comes from a trusted proxy, and so carries many clients. */
  isProxy(peer: string | undefined): boolean;
}

/**
 * Believes X-Forwarded-For as far as it was written by the proxies given (addresses, or networks as `10.0.0.0/8`): from
 * its right end, the first address that is not one of theirs. What anybody else claims counts for nothing. Throws one
 * sentence on what is neither an address nor a network.
 */
export function createClientAddress(proxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const proxy of proxies) trust(trusted, proxy);
  const isTrusted = (address: string) => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  const clientOf = (peer: string | undefined, forwardedFor = '') => {
    let client = plain(peer ?? '');
    const hops = forwardedFor.split(',').map((it) => plain(it.trim()));
    while (isIP(client) !== 0 && isTrusted(client)) {
      const before = hops.pop() ?? '';
      if (isIP(before) === 0) break;
      client = before;
    }
    return isIPv6(client) ? networkOf(client) : client;
  };
  const isProxy = (peer: string | undefined) => {
    const address = plain(peer ?? '');
    return isIP(address) !== 0 && isTrusted(address);
  };
  // Most requests come from few addresses.
  const known = new LRUCache<string, string>({ max: 10_000 });
  const remembered = (peer: string | undefined, forwardedFor: string | undefined) => {
    if (forwardedFor !== undefined && forwardedFor.length > LONGEST) return clientOf(peer, forwardedFor);
    const stated = `${peer} ${forwardedFor}`;
    const found = known.get(stated);
    if (found !== undefined) return found;
    const client = clientOf(peer, forwardedFor);
    known.set(stated, client);
    return client;
  };
  return Object.assign(remembered, { isProxy });
}

/** A forwarded header may be as long as all headers together, so it is not cached. */
const LONGEST = 200;

function trust(trusted: BlockList, proxy: string): void {
  const [address = '', prefix, more] = proxy.split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (version === 0 || more !== undefined || length < 0 || length > bits)
    throw new Error(
      `TRUST_PROXY names what is no address: ${proxy} (such as 127.0.0.1, or 127.0.0.1,10.0.0.0/8)`,
    );
  trusted.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
}

/** An IPv4 address that came over an IPv6 socket is one of IPv4; a zone (`fe80::1%eth0`) is this machine's own affair. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** A client with one IPv6 address usually controls its whole /64. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  // An IPv4 address at the end stands for two groups.
  const missing = 8 - groups.length - after.length - (address.includes('.') ? 1 : 0);
  const all = address.includes('::') ? [...groups, ...Array(missing).fill('0'), ...after] : groups;
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
