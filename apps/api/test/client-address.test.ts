import { describe, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';

describe('who asks', () => {
  const nobody = createClientAddress([]);
  const proxied = createClientAddress(['127.0.0.1', '::1', '10.0.0.0/8']);

  it.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', '127.0.0.1'],
    ['::ffff:203.0.113.9', '198.51.100.1', '203.0.113.9'],
    [undefined, '198.51.100.1', ''],
  ])('without a proxy: %s claiming %s is %s', (peer, claimed, client) => {
    expect(nobody(peer, claimed)).toBe(client);
  });

  it.each([
    ['a reader of the proxy', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['over IPv6 to the proxy', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['over two proxies', '127.0.0.1', '198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['who claims somebody else', '127.0.0.1', '203.0.113.77, 198.51.100.1', '198.51.100.1'],
    ['who claims to be the proxy', '127.0.0.1', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
    ['who claims what is no address', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['who claims a script', '10.9.9.9', '<script>, evil', '10.9.9.9'],
    ['who comes past the proxy', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the proxy itself', '127.0.0.1', undefined, '127.0.0.1'],
    ['one proxy asked by another', '127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ])('behind a proxy: %s', (_, peer, claimed, client) => {
    expect(proxied(peer, claimed)).toBe(client);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ])('%s is one of %s', (peer, network) => {
    expect(nobody(peer, undefined)).toBe(network);
  });

  it.each(['proxy.example', '127.0.0.1/33', '10.0.0.0/8/8', '::1/129', '127.0.0.1/', '10.0.0.0/-1'])(
    'a proxy called %s is refused',
    (proxy) => {
      expect(() => createClientAddress([proxy])).toThrow(`TRUST_PROXY names what is no address: ${proxy}`);
    },
  );
});
