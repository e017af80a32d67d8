import { brotliCompressSync } from 'node:zlib';
import type { LoadedSnapshot } from '@article21/answers';
import { chartIds, resolveQuery } from '@article21/charts';
import { words } from '@article21/messages';
import { type ChartQuery, emptyQuery, languages, parseDay, printDay } from '@article21/model';
import { createRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawInline } from '../../src/inline/draw.ts';
import { styleOfLayouts } from '../../src/inline/layouts.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

const renderer = createRenderer();
let loaded: LoadedSnapshot;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

const inlined = (query: Partial<ChartQuery>, more = {}) =>
  drawInline(
    { query: resolveQuery({ ...emptyQuery, ...query }), loaded, words: words('en'), ...more },
    renderer,
  );

describe('a chart in a page', () => {
  it.each(chartIds)('%s is the same in both themes, but for its colours, and light', async (chart) => {
    const picture = await inlined({ chart });
    if (!picture) throw new Error('not drawn');
    expect(picture.html).toContain('var(--chart-0)');
    expect(picture.layouts.map(({ width }) => width)).toEqual([344, 720]);
    expect(brotliCompressSync(picture.html).length).toBeLessThan(20_000);
  });

  it('has no id twice, also beside another one', async () => {
    const pages = [
      await inlined({ chart: 'heatmap' }),
      await inlined({ chart: 'heatmap' }, { id: 'other' }),
    ].map((it) => it?.html);
    const ids = [...pages.join('').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    // A title and a description of each of two layouts, twice.
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...pages.join('').matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    for (const id of used) expect(ids).toContain(id);
  });

  it('of a theme is drawn in that theme alone', async () => {
    const picture = await inlined({ theme: 'dark' });
    expect(picture?.colours).toEqual([]);
    expect(picture?.html).not.toContain('var(');
    expect(picture?.html).toContain('#ededed');
  });

  it.each(languages)('says in words what it shows, in %s', async (language) => {
    const picture = await inlined({ place: ['almaty'] }, { words: words(language) });
    expect(picture?.html).toContain(`lang="${language}"`);
    expect(picture?.html.match(/<desc /g)).toHaveLength(2);
    expect(picture?.description.length).toBeGreaterThan(40);
  });

  it.each([
    [300, false],
    [500, true],
  ])('of %d marks is left to an image: %s', async (days, isLeft) => {
    const from = parseDay('2012-01-01') ?? 0;
    const rows = Array.from({ length: days }, (_, i) => ({
      ...{ measure: 'detentions' as const, period: printDay(from + i), records: 1 },
      ...{ low: 1, high: 1, approximate: false, unnumbered: 0 },
    }));
    const query = { measure: ['detentions'], chart: 'line', by: ['period'], every: 'day' } as const;
    const picture = await inlined(query, { counts: { rows, totals: [], undated: [] } });
    expect(picture === null).toBe(isLeft);
  });
});

describe('layouts', () => {
  it('are shown one at a time, the widest that there is room for', () => {
    expect(styleOfLayouts([344, 720])).toBe(
      '.layouts{container-type:inline-size}.layouts>svg{display:block;max-width:100%;height:auto}' +
        '.layouts>:is(.layout-1){display:none}' +
        '@container(min-width:720px){.layouts>.layout-0{display:none}.layouts>.layout-1{display:block}}',
    );
  });
});
