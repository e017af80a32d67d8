import { resolve } from 'node:path';
import { readLocation, type StoreLocation } from '@article21/store';
import { type ClientAddress, createClientAddress } from './client-address.ts';

/** Where and how the service runs. */
export interface Configuration {
  port: number;
  /** The network address to listen on; all addresses of the machine when undefined. */
  host: string | undefined;
  /** Where snapshots are stored. */
  store: StoreLocation;
  /** The public address, without a trailing slash; it may have a path. */
  baseUrl: string;
  /** Names the client, trusting the proxies of TRUST_PROXY. */
  clientAddress: ClientAddress;
  /** The port of `/metrics`; none when null. */
  metricsPort: number | null;
}

/**
 * Reads PORT, HOST, DATA_DIR, STORE_URL, CACHE_DIR, ENGINE, BASE_URL, TRUST_PROXY and METRICS_PORT; an empty one counts as
 * absent. Behind a proxy on this machine nobody else needs to reach the port. Throws one sentence on what is not usable.
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  { dataDir, cacheDir }: { dataDir: string; cacheDir: string },
): Configuration {
  const port = readPort('PORT', env.PORT || '4321');
  const baseUrl = env.BASE_URL ? readBaseUrl(env.BASE_URL) : `http://localhost:${port}`;
  const proxies = (env.TRUST_PROXY ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean);
  return {
    port,
    host: env.HOST || (isHere(proxies) ? '127.0.0.1' : undefined),
    store: readLocation({
      dataDir: resolve(env.DATA_DIR || dataDir),
      cacheDir: resolve(env.CACHE_DIR || cacheDir),
      storeUrl: env.STORE_URL,
      engine: env.ENGINE,
    }),
    baseUrl,
    clientAddress: createClientAddress(proxies),
    metricsPort: env.METRICS_PORT ? readPort('METRICS_PORT', env.METRICS_PORT) : null,
  };
}

/** Whether there are proxies and all are on this machine. */
function isHere(proxies: readonly string[]): boolean {
  return proxies.length > 0 && proxies.every((it) => it === '::1' || it.startsWith('127.'));
}

function readPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw new Error(`${name} is not a port: ${text} (a number from 1 to 65535)`);
  return port;
}

/** Of a path: what stands in an address, a page and a proxy's configuration as it is, without being escaped. */
const plainPath = /^(?:\/[\w.~-]+)*\/?$/;

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (!plain || !plainPath.test(url.pathname))
    throw new Error(
      `BASE_URL is not the address of a site: ${text} (such as https://example.org, or https://example.org/kz/ with Latin ` +
        'letters, digits and ._~- in its path)',
    );
  return url.origin + url.pathname.replace(/\/$/, '');
}
