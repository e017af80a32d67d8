import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../src/configuration.ts';

const read = (env: Record<string, string>) =>
  readConfiguration(env, { dataDir: '/srv/data', cacheDir: '/srv/cache' });

describe('the configuration', () => {
  it('has a default for everything', () => {
    const nothing = { port: 4321, host: undefined, baseUrl: 'http://localhost:4321' };
    const nowhere = { STORE_URL: '', CACHE_DIR: '', ENGINE: '' };
    expect(read({})).toMatchObject(nothing);
    expect(read({}).store).toEqual({ dataDir: '/srv/data' });
    const empty = read({ PORT: '', HOST: '', DATA_DIR: '', BASE_URL: '', TRUST_PROXY: '', ...nowhere });
    expect(empty).toMatchObject({ ...nothing, store: { dataDir: '/srv/data' } });
  });

  it('is read from five names', () => {
    const env = { PORT: '80', HOST: '127.0.0.1', DATA_DIR: '/var/a21', BASE_URL: 'https://a21.example/' };
    expect(read(env)).toMatchObject({
      port: 80,
      host: '127.0.0.1',
      store: { dataDir: '/var/a21' },
      baseUrl: 'https://a21.example',
    });
    expect(read({ PORT: '5000' }).baseUrl).toBe('http://localhost:5000');
    expect(read({ BASE_URL: 'https://a21.example/kz/' }).baseUrl).toBe('https://a21.example/kz');
    expect(read({ BASE_URL: 'https://a21.example/data/kz_2.0' }).baseUrl).toBe(
      'https://a21.example/data/kz_2.0',
    );
  });

  it('keeps what is published in a database where it has the address of one', () => {
    const STORE_URL = 'postgres://me@db/a21';
    const shared = { storeUrl: STORE_URL, cacheDir: '/srv/cache', engine: 'duckdb' };
    expect(read({ STORE_URL, DATA_DIR: '/ignored' }).store).toEqual(shared);
    const all = { STORE_URL, CACHE_DIR: '/var/cache/a21', ENGINE: 'postgres' };
    expect(read(all).store).toEqual({ ...shared, cacheDir: '/var/cache/a21', engine: 'postgres' });
    expect(() => read({ STORE_URL: 'db.example' })).toThrow(/^STORE_URL is not the address of a PostgreSQL/);
    expect(() => read({ ENGINE: 'postgres' })).toThrow(
      /^ENGINE=postgres groups in the database of STORE_URL/,
    );
    expect(() => read({ STORE_URL, ENGINE: 'memory' })).toThrow('ENGINE is not known: memory (known: duckdb');
  });

  it.each([
    ['', undefined],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1, ::1', '127.0.0.1'],
    ['127.0.0.1,10.0.0.0/8', undefined],
  ])('behind the proxy %j it listens on %s', (TRUST_PROXY, host) => {
    expect(read({ TRUST_PROXY }).host).toBe(host);
    expect(read({ TRUST_PROXY, HOST: '192.0.2.1' }).host).toBe('192.0.2.1');
  });

  it('believes the proxies that it names, and nobody else', () => {
    const claimed = '198.51.100.1';
    expect(read({ TRUST_PROXY: '10.0.0.0/8' }).clientAddress('10.1.1.1', claimed)).toBe(claimed);
    expect(read({}).clientAddress('127.0.0.1', claimed)).toBe('127.0.0.1');
    expect(() => read({ TRUST_PROXY: 'nginx' })).toThrow(/^TRUST_PROXY names what is no address: nginx/);
  });

  it.each(['0', '65536', '-1', '80.5', 'http', '1e3', ' 80'])('refuses the port %j', (PORT) => {
    expect(() => read({ PORT })).toThrow(`PORT is not a port: ${PORT} (a number from 1 to 65535)`);
  });

  it.each([
    'a21.example',
    'ftp://a21.example',
    'https://a21.example/с/',
    'https://a21.example/a//b',
    'https://a21.example/"x"',
    'https://a21.example/?x=1',
    'https://u@a21.example',
  ])('refuses the address %s', (BASE_URL) => {
    expect(() => read({ BASE_URL })).toThrow(/^BASE_URL is not the address of a site/);
  });
});
