import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions, headersOf, type Policy, policies } from '../src/headers.ts';
import { addressOf, appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close } = appOf(store, { files: madeFiles });

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

describe('the headers of a route', () => {
  it('are decided for every route, and for none that there is not', () => {
    const served = hono.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path);
    expect([...new Set(served)].sort()).toEqual(Object.keys(decisions).sort());
  });

  it('cannot be had for a route that nobody decided about', () => {
    expect(() => headersOf('/api/v1/new')).toThrow(/no headers decided for route: \/api\/v1\/new \(known: /);
    expect(() => headersOf('__proto__')).toThrow('no headers decided');
  });

  const fill = addressOf;
  const sent: [string, Policy][] = [
    ...Object.values(endpoints).map(({ path, mediaType }): [string, Policy] => [
      fill(path),
      mediaType.startsWith('image/') ? 'image' : 'data',
    ]),
    ['/openapi.json', 'data'],
    ['/', 'dashboard'],
    ['/records/d-0', 'dashboard'],
    ['/assets/index-1a2b.js', 'asset'],
  ];

  it.each(sent)('are sent with %s', async (path, policy) => {
    const { headers, status } = await hono.request(path);
    expect(status).toBe(200);
    for (const [name, value] of Object.entries(policies[policy]))
      expect([name, headers.get(name)]).toEqual([name, value]);
  });

  it('let nothing be sniffed, and nothing be framed but pictures', () => {
    for (const [name, policy] of Object.entries(policies)) {
      expect(policy['X-Content-Type-Options']).toBe('nosniff');
      const framed = name === 'image' ? 'frame-ancestors *' : "frame-ancestors 'none'";
      expect(policy['Content-Security-Policy']).toContain(framed);
    }
  });

  it('shut a picture that is opened by itself in a sandbox without scripts', () => {
    const policy = policies.image['Content-Security-Policy'];
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; sandbox");
  });

  it('let no script run that is not a file of ours', async () => {
    const dashboard = policies.dashboard['Content-Security-Policy'];
    expect(dashboard).toContain("default-src 'none'; script-src 'self';");
    expect(dashboard).not.toMatch(/script-src[^;]*unsafe/);
    const page = (await hono.request('/api')).headers.get('content-security-policy');
    expect(page).toMatch(/^default-src 'none';/);
    expect(page).not.toContain('script-src');
    expect(page).not.toContain('unsafe');
  });
});
