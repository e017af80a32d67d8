import { endpoints } from '@article21/contract';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const names = [
  '<img src=x onerror=alert(1)>',
  '</svg></div><script>alert(1)</script>',
  '"><iframe src=//evil.example></iframe>',
  ']]>',
  '{b|x}',
  `\${7*7}`,
  '=1+1',
  '__proto__',
  'constructor',
  '\u202Eytamla',
  `a${'\u0301'.repeat(200)}`,
  'Қ'.repeat(10_000),
];

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close, reported } = appOf(store);
const ids: string[] = [];

beforeAll(async () => {
  for (const [i, almaty] of names.entries())
    ids.push(await publishMade(store, folder.path, { almaty, called: `hostile-${i}` }));
});
afterAll(async () => {
  await close();
  await folder.remove();
});

/** Throws where it is no XML. */
function parsed(svg: string): void {
  new SaxesParser({ xmlns: true }).write(svg).close();
}

describe('a place with a hostile name', () => {
  it.each(names.map((name, i) => [name.slice(0, 30), i]))(
    '%s is text wherever a chart goes',
    async (_, i) => {
      const query = `measure=detentions&place=almaty&by=place&snapshot=${ids[Number(i)]}`;
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const html = await (await hono.request(`/embed?${query}&controls=1`)).text();
      const tags = new Set([...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, tag]) => tag));
      for (const tag of ['img', 'iframe', 'object', 'foreignObject']) expect(tags).not.toContain(tag);
      expect(html.match(/<script/g)).toHaveLength(1);
      const drawn = html.match(/<svg [\s\S]*?<\/svg>/g) ?? [];
      expect(drawn).toHaveLength(3);
      drawn.forEach(parsed);
      parsed(await (await hono.request(`/chart.svg?${query}`)).text());
      const url = encodeURIComponent(`${BASE_URL}/?${query}`);
      const answer = endpoints.oembed.answer.parse(await (await hono.request(`/oembed?url=${url}`)).json());
      expect(answer.html.match(/<\/?[a-z]+/g)).toEqual([
        '<blockquote',
        '<a',
        '</a',
        '</blockquote',
        '<iframe',
        '</iframe',
      ]);
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
      expect(reported).toEqual([]);
    },
  );
});
