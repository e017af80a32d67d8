import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/index.ts';
import { chart } from './chart.ts';
import { type Copy, copyRepository } from './copy.ts';
import { endpoint } from './endpoint.ts';
import { language } from './language.ts';
import { measure } from './measure.ts';

// One copy for all: the compiler reads everything twice, however many things are added.
const additions = [measure, chart, endpoint, language];
const copy = copyRepository();
const data = mkdtempSync(join(tmpdir(), 'article21-added-'));
let errors: string[];
let get: (address: string) => Promise<Response>;
let ask: Ask;
let close: () => Promise<void>;

type Ask = (address: string) => Response | Promise<Response>;

/** What of the copy is used here; its types are those of the copy, and so not known here. */
interface ApiFixture {
  storeIn(path: string): unknown;
  appOf(store: unknown, deps: object): { hono: { request: Ask }; close(): Promise<void> };
}

interface StoreModule {
  engine(id: string): unknown;
  openStore(of: { dataDir: string; engine: unknown }): {
    verify(id: string): Promise<{ ok: boolean }>;
    open(id: string): Promise<{
      catalogue: { places: object[] };
      record(id: string): Promise<{ kind: string } | null>;
      close(): Promise<void>;
    }>;
  };
}

beforeAll(async () => {
  for (const it of additions) it.write(copy);
  errors = await copy.typeErrors(
    ['languages', 'model', 'messages', 'charts'].map((it) => `packages/${it}/src`),
  );
  for (const it of additions) it.complete(copy);
  const { storeIn, appOf } = await copy.load<ApiFixture>('apps/api/test/fixture.ts');
  const { publishKazakhstan } = await copy.load<{ publishKazakhstan(store: unknown): Promise<string> }>(
    'apps/api/test/kazakhstan.ts',
  );
  const { madeFiles } = await copy.load<{ madeFiles: object }>('apps/api/test/made-files.ts');
  const store = storeIn(data);
  await publishKazakhstan(store);
  const app = appOf(store, { files: madeFiles });
  close = app.close;
  ask = app.hono.request;
  get = async (address) => {
    const response = await app.hono.request(address);
    expect([address, response.status]).toEqual([address, 200]);
    return response;
  };
});
afterAll(async () => {
  await close();
  copy.remove();
  rmSync(data, { recursive: true });
});

const textOf = async (address: string) => (await get(address)).text();

it.each(additions.map((it) => [it.name, it] as const))(
  'of %s, the compiler names what is missing',
  (_, { missing }) => {
    for (const pattern of missing) expect(errors).toContainEqual(expect.stringMatching(pattern));
  },
);

it('nothing else is missing for the compiler', async () => {
  const named = additions.flatMap(({ missing }) => missing);
  expect(errors.filter((error) => !named.some((pattern) => pattern.test(error)))).toEqual([]);
  expect(await copy.typeErrors()).toEqual([]);
});

describe('a measure that was added', () => {
  const query = 'measure=detention_reports';

  it('is on the page, in the picture, the embed, the table and the answers', async () => {
    for (const address of ['/', '/chart.svg', '/embed'])
      expect(await textOf(`${address}?${query}`), address).toContain('Reported detentions');
    expect(await textOf(`/api/v1/counts.csv?${query}`)).toContain('detention_reports,');
    expect(JSON.parse(await textOf(`/api/v1/counts?${query}`)).totals[0]).toMatchObject({ low: 7 });
    expect(await textOf('/api/v1/measures')).toContain('Records of detentions.');
    expect((await (await get(`/chart.pptx?${query}`)).arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });

  it('has a colour of its own', async () => {
    const { chartThemes } = await copy.load<{ chartThemes: { light: { colours: Record<string, string> } } }>(
      'packages/charts/src/index.ts',
    );
    expect(await textOf(`/chart.svg?${query}`)).toContain(chartThemes.light.colours.violet);
  });
});

describe('a chart type that was added', () => {
  const query = 'measure=detentions&chart=lollipop';

  it('is a picture, slides, an embed and a page', async () => {
    for (const address of ['/', '/chart.svg', '/embed'])
      expect(await textOf(`${address}?${query}`), address).toContain('Lollipops');
    expect((await (await get(`/chart.pptx?${query}`)).arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });

  it('has examples that nobody has looked at, which the tests of charts ask for', async () => {
    const { examples } = await copy.load<{ examples: { name: string; chart: string }[] }>(
      'packages/charts/test/fixtures/examples.ts',
    );
    const isKept = (name: string) => existsSync(join(root, 'packages/charts/test/examples', `${name}.svg`));
    const asked = examples.filter(({ name }) => !isKept(name));
    expect(asked.map(({ name }) => name)).toContain('lollipop-hostile-names');
    const ofOthers = asked.filter(({ chart }) => chart !== 'lollipop').map(({ name }) => name);
    // A language that is added has pictures to be looked at, too.
    expect(ofOthers.filter((name) => !/-uz$/.test(name))).toEqual([]);
    expect(ofOthers).toContain('bar-measures-uz');
  });
});

describe('an endpoint that was added', () => {
  const path = '/api/v1/sources/kibhr-iphr-nhc-2012/publisher';

  it('is a method of the client, which answers and is refused as its keys say', async () => {
    const { createClient } = await copy.load<{
      createClient(ask: Ask): { publishers(id: string, query?: object): Promise<{ publisher: string }> };
    }>('packages/contract/src/client.ts');
    const client = createClient(ask);
    const { publisher } = await client.publishers('kibhr-iphr-nhc-2012', { lang: 'ru' });
    expect(publisher).toContain('KIBHR');
    await expect(client.publishers('nobody')).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(client.publishers('kibhr-iphr-nhc-2012', { snapshot: 'x' })).rejects.toMatchObject({
      problem: { status: 400, issues: [{ key: 'snapshot', code: 'unreadable' }] },
    });
    expect(await (await ask(`${path}?colour=red`)).json()).toMatchObject({
      issues: [{ hint: 'known: lang, snapshot' }],
    });
  });

  it('has headers, is kept as it says, and is described', async () => {
    const { headers } = await get(path);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const { id } = JSON.parse(await textOf('/api/v1/snapshot'));
    expect((await get(`${path}?snapshot=${id}`)).headers.get('cache-control')).toContain('immutable');
    const { paths } = JSON.parse(await textOf('/openapi.json'));
    expect(paths['/api/v1/sources/{id}/publisher'].get.operationId).toBe('publishers');
    expect(await textOf('/api')).toContain('<section id="publishers">');
  });
});

describe('a language that was added', () => {
  it('is spoken by every page, picture, slide, table and answer', async () => {
    const query = 'measure=detentions&by=place&lang=uz';
    const sentence = 'ұсталған адам';
    for (const address of ['/', '/chart.svg', '/embed']) {
      const text = await textOf(`${address}?${query}`);
      expect(text, address).toMatch(/lang="uz"/);
      expect(text, address).toContain(sentence);
      // The dataset has no names in it, and lends those that it has.
      expect(text, address).toContain('Almaty');
    }
    expect(await textOf(`/api/v1/counts?${query}`)).toContain(sentence);
    expect((await (await get(`/chart.pptx?${query}`)).arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    expect((await (await get(`/api/v1/counts.xlsx?${query}`)).arrayBuffer()).byteLength).toBeGreaterThan(
      1_000,
    );
  });

  it('is offered by the pages of every other, to readers and to search engines', async () => {
    const page = await textOf('/?measure=detentions&lang=ru');
    expect(page).toMatch(/<a [^>]*title="Oʻzbekcha"/);
    expect(page).toMatch(/<link rel="alternate" hreflang="uz"/);
    expect(page).toContain('<meta property="og:locale:alternate" content="uz_UZ">');
    expect((await ask('/?lang=tlh')).status).not.toBe(500);
  });

  it('leaves a snapshot that was published before it readable, and every hash of it right', async () => {
    const old = join(data, 'old');
    const publish = async (load: Copy['load']) => {
      const { openStore, engine } = await load<StoreModule>('packages/store/src/index.ts');
      return openStore({ dataDir: old, engine: engine('duckdb') });
    };
    const before = await publish((file) => import(/* @vite-ignore */ join(root, file)));
    const { publishKazakhstan } = await import(/* @vite-ignore */ join(root, 'apps/api/test/kazakhstan.ts'));
    const id: string = await publishKazakhstan(before);
    const after = await publish(copy.load);
    expect(await after.verify(id)).toMatchObject({ ok: true, problems: [] });
    const snapshot = await after.open(id);
    expect(snapshot.catalogue.places).toContainEqual(expect.objectContaining({ name_ru: 'Алматы' }));
    expect((await snapshot.record('2012-04-28-almaty-detention-1'))?.kind).toBe('detention');
    await snapshot.close();
  });
});
