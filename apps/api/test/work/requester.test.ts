import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createClientAddress } from '../../src/client-address.ts';
import { createRequesterOf } from '../../src/work/requester.ts';

const requesterOf = createRequesterOf(createClientAddress([]));
const hono = new Hono().get('*', (c) => c.text(requesterOf(c).client));

async function clientOf(path: string, remoteAddress: string): Promise<string> {
  return (await hono.request(path, {}, { incoming: { socket: { remoteAddress } } })).text();
}

it('a client is an address, whatever it asks for', async () => {
  for (const path of ['/', '/api/v1/counts?by=place', '/chart.svg', '/healthz/x'])
    expect(await clientOf(path, '10.0.0.1')).toBe('10.0.0.1');
});

it('whether the server serves is asked beside all that the same address asks for', async () => {
  const clients = new Set<string>();
  for (const path of ['/', '/healthz', '/readyz'])
    for (const address of ['10.0.0.1', '10.0.0.2']) clients.add(await clientOf(path, address));
  expect(clients.size).toBe(6);
});
