import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedSnapshot, loadSnapshot } from '@article21/answers';
import { changesFor } from '@article21/answers/changes';
import { endpoints } from '@article21/contract';
import { printShow } from '@article21/contract/client';
import { readDataset } from '@article21/ingest';
import { words } from '@article21/messages';
import { drawHandout, drawPdf, drawSvg, readDeck, readPictureQuery, readViews } from '@article21/pictures';
import { createRenderer } from '@article21/render';
import { engine, openStore, type Snapshot } from '@article21/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMirrorFetch } from '../../src/index.ts';
import { drawnRoutes } from '../../src/read/drawn.ts';
import { snapshotFiles } from '../../src/write/index.ts';
import { collect, reader } from '../files.ts';

const dataset = dirname(
  createRequire(import.meta.url).resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'),
);
const baseUrl = 'https://mirror.example/kz';
const renderer = createRenderer();
let folder: string;
let snapshot: Snapshot;
let loaded: LoadedSnapshot;
let fetch: ReturnType<typeof createMirrorFetch>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'article21-drawn-'));
  const store = openStore({ dataDir: folder, engine: engine('memory') });
  const published = await store.publish(dataset, (dir) => readDataset(dir));
  if (!published.ok) throw new Error('the embedded dataset has issues');
  snapshot = await store.open(published.id);
  loaded = await loadSnapshot(snapshot);
  const changes = await changesFor(null, loaded);
  const files = await collect(snapshotFiles({ loaded, changes, retractions: [], tell: () => {} }));
  const read = reader(files, `snapshots/${snapshot.id}/`);
  fetch = createMirrorFetch(read, words, drawnRoutes(renderer, baseUrl));
});
afterAll(async () => {
  await snapshot.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what is drawn from the files of a mirror', () => {
  it.each(['measure=detentions', 'by=period&chart=line&lang=kk', 'chart=map&lang=ru&theme=dark&width=500'])(
    'is the same bytes as from the snapshot itself: %s',
    async (search) => {
      const { picture } = readPictureQuery(endpoints.chartSvg, new URLSearchParams(search), loaded);
      const subject = { query: picture, loaded, words: words(picture.lang ?? 'en'), baseUrl };
      const svg = await fetch(`/chart.svg?${search}`, {});
      expect(svg.headers.get('content-type')).toBe('image/svg+xml');
      expect(await svg.text()).toBe(await drawSvg(subject, renderer));
      const pdf = new Uint8Array(await (await fetch(`/chart.pdf?${search}`, {})).arrayBuffer());
      expect(Buffer.from(await drawPdf(subject, renderer)).equals(pdf)).toBe(true);
    },
  );

  it('are slides, too, with the quotations that stand in its files, and the name that the API gives', async () => {
    const slides = await fetch('/chart.pptx?measure=detentions&place=almaty', {});
    expect(slides.status).toBe(200);
    expect(slides.headers.get('content-disposition')).toBe(
      'attachment; filename="detentions-in-almaty-by-city.pptx"',
    );
  });

  it('are presentations on paper, too, the same bytes as from the snapshot itself', async () => {
    const show = printShow([{ query: 'measure=detentions', title: '', notes: 'Спросить' }]) ?? '';
    const reply = await fetch(`/chart.pdf?lang=ru&show=${show}`, {});
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="detentions-by-city-ru.pdf"');
    const search = new URLSearchParams({ lang: 'ru', show });
    const views = readDeck(readViews(search, endpoints.chartPdf), () => loaded);
    const drawn = await drawHandout({ views, words: words('ru'), baseUrl }, renderer);
    expect(Buffer.from(await reply.arrayBuffer()).equals(drawn)).toBe(true);
  });

  it.each([
    ['/chart.pdf?show=nonsense', 400, 'presentation'],
    ['/chart.svg?measure=detentionz', 400, 'measure'],
    ['/chart.png?width=2000&height=2000&scale=3', 400, 'pixels'],
    ['/chart.svg?snapshot=2011-01-01-0000000000000000', 404, 'this mirror'],
    ['/chart.pptx?show=nonsense', 400, 'presentation'],
  ])('is refused as by the API: %s', async (address, status, said) => {
    const reply = await fetch(address, {});
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect([reply.status, (await reply.text()).includes(said)]).toEqual([status, true]);
  });

  it('refuses a presentation of which a view shows another snapshot', async () => {
    const query = 'measure=detentions&snapshot=2011-01-01-0000000000000000';
    const show = Buffer.from(JSON.stringify([[query]])).toString('base64url');
    expect((await fetch(`/chart.pptx?show=${show}`, {})).status).toBe(404);
  });
});
