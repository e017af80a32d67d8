import './modules.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, version } from 'echarts/core';
import { describe, expect, it } from 'vitest';
import LRU from 'zrender/lib/core/LRU.js';
import { version as zrenderVersion } from 'zrender/lib/zrender.js';
import { elementBox, elementsOf, guardTextCaches } from '../src/echarts-private.ts';
import { createRenderer } from '../src/index.ts';
import { useModules } from '../src/vector.ts';
import { parsed } from './parsed.ts';
import { readPdf } from './pdf/read-pdf.ts';

const renderer = createRenderer();
const frame = { width: 200, height: 100, title: 'Title', description: 'Description', language: 'en' };
const pathData = 'M10 90V20H30V90ZM40 90V50H60V90Z';

const picture = (style: object) => ({
  grid: {},
  xAxis: { show: false },
  yAxis: { show: false },
  series: [
    {
      type: 'custom',
      data: [[0, 0]],
      renderItem: () => ({
        type: 'group',
        children: [{ type: 'outline', shape: { pathData }, style, silent: true }],
      }),
    },
  ],
});

const drawn = (style: object) =>
  parsed(renderer.svg(picture(style), frame)).filter(({ attributes }) => attributes.d === pathData);

it('an outline is painted as its text says', () => {
  const fills = drawn({ fill: '#28A197' }).map(({ attributes }) => attributes.fill);
  expect(fills, 'the SVG painter must write with __svgPathBuilder of an element').toEqual(['#28A197']);
});

it('a PDF has the same outline', () => {
  const { content } = readPdf(renderer.pdf(picture({ fill: '#fff' }), frame));
  expect(content).toMatch(/10 90 m\n10 20 l\n30 20 l\n30 90 l\nh\n40 90 m\n40 50 l/);
});

describe('the private parts of ECharts and zrender that are used', () => {
  const { dependencies } = createRequire(import.meta.url)('../package.json');
  const catalog = readFileSync(new URL('../../../pnpm-workspace.yaml', import.meta.url), 'utf8');

  it.each([
    ['echarts', version],
    ['zrender', zrenderVersion],
  ])('%s is of the one version that is pinned', (name, installed) => {
    expect(dependencies[name]).toBe('catalog:');
    expect(catalog, `${name} must be pinned to an exact version`).toMatch(
      new RegExp(`^ +${name}: ${installed.replaceAll('.', '\\.')}$`, 'm'),
    );
  });

  it('are still there, each under its name', () => {
    useModules();
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 200, height: 100 });
    try {
      chart.setOption({ ...picture({ fill: '#28A197' }), animation: false });
      const { painter } = chart.getZr();
      expect(
        typeof Reflect.get(painter, 'renderToVNode'),
        'the method renderToVNode of the SVG painter',
      ).toBe('function');
      expect(elementsOf(chart).tag, 'the element that renderToVNode answers').toBe('svg');
      const isWritten = elementsOf(chart).children?.length ?? 0;
      expect(isWritten, 'the children that renderToVNode answers').toBeGreaterThan(0);
      const box = elementBox(chart, 0, 0);
      expect(Object.keys(box ?? {}), 'getModel, getSeriesByIndex, getData, getItemGraphicEl').toEqual([
        ...['x', 'y', 'width', 'height'],
      ]);
    } finally {
      chart.dispose();
    }
    for (const method of ['get', 'put'])
      expect(typeof Reflect.get(LRU.prototype, method), `LRU.prototype.${method}`).toBe('function');
  });

  it('the caches of texts are still those that are guarded', () => {
    guardTextCaches();
    const cache = new LRU<number>(2);
    cache.put('__proto__', 1);
    expect(cache.get('__proto__')).toBe(1);
    expect(Reflect.get({}, 'value')).toBeUndefined();
  });
});
