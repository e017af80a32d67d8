import { expect, it } from 'vitest';
import { createRenderer } from '../src/index.ts';
import { parsed } from './parsed.ts';
import { readPdf } from './pdf/read-pdf.ts';

const renderer = createRenderer();
const frame = { width: 200, height: 100, title: 'Title', description: 'Description', language: 'en' };
const decal = { symbol: 'rect', color: '#28A197', rotation: 0.8, dashArrayX: [1, 0], dashArrayY: [2, 3] };
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
  expect(drawn({ fill: '#28A197' }).map(({ attributes }) => attributes.fill)).toEqual(['#28A197']);
});

it('an outline with a pattern is painted on its ground, and once more with the pattern', () => {
  const fills = drawn({ fill: '#fff', decal }).map(({ attributes }) => attributes.fill);
  expect(fills).toEqual(['#fff', expect.stringMatching(/^url\(#/)]);
});

it('a PDF has the same outline, and stripes within it', () => {
  const { content } = readPdf(renderer.pdf(picture({ fill: '#fff', decal }), frame));
  expect(content).toMatch(/10 90 m\n10 20 l\n30 20 l\n30 90 l\nh\n40 90 m\n40 50 l/);
  expect(content).toMatch(/W n\n.* cm\n.* re\n/);
});
