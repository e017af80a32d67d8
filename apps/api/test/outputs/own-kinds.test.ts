import type { CountsAnswer } from '@article21/contract/client';
import type { Language } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { HOSTILE, publishOwnKinds } from './own-kinds.ts';
import { publishedSite } from './published-site.ts';
import { folded, read } from './read.ts';

const { hono, client, mirror, bytesOf, textOf, partsOf, outputsOf } = await publishedSite(publishOwnKinds);

const own = ['journalists_attacked', 'damage', 'evictions'] as const;
/** In the language of the reader, or else in one that the dataset has. */
const labels = new Map<Language, readonly string[]>([
  ['en', ['Journalists attacked', HOSTILE, 'Выселения']],
  ['ru', ['Нападения на журналистов', 'Ущерб', 'Выселения']],
  ['kk', ['Journalists attacked', HOSTILE, 'Выселения']],
]);
/** Outputs that are called after the data where there are several headlines. */
const titles = ['title of the PDF', 'title of the page', 'title of the card', 'description of the card'];
const all = `measure=${own.join()}&by=place`;

describe('the measures of a dataset of its own', () => {
  it('are answered with exact numbers', async () => {
    const { totals } = await client.counts({ measure: [...own] });
    expect(
      totals.map(({ measure, low, statedHigh, records }) => [measure, low, statedHigh, records]),
    ).toEqual([
      ['journalists_attacked', 7, 7, 2],
      ['damage', 900, 900, 1],
      ['evictions', 2, 2, 2],
    ]);
  });

  it('are known to the API beside those of every dataset', async () => {
    const { measures } = await client.measures({ lang: 'ru' });
    expect(measures.slice(-3)).toMatchObject([
      { id: 'journalists_attacked', kind: 'attack_on_journalist', quantity: 'count', unit: '=journalists' },
      { id: 'damage', kind: 'attack_on_journalist', quantity: 'amount', unit: 'EUR', label: 'Ущерб' },
      { id: 'evictions', kind: 'eviction', quantity: 'records', unit: 'reports', label: 'Выселения' },
    ]);
    const { declared, measures: present } = await client.snapshot({});
    expect(declared?.kinds.map(({ id }) => id)).toEqual(['attack_on_journalist', 'eviction']);
    expect(present).toEqual(['detentions', 'records', ...own]);
    const { records } = await client.records({ measure: ['evictions'] });
    expect(records.map(({ id, kind }) => [id, kind])).toEqual([
      ['e2', 'eviction'],
      ['e1', 'eviction'],
    ]);
  });

  it.each(['/api/v1/counts', '/api/v1/records', '/chart.svg', '/chart.csv', '/api/v1/counts.csv'])(
    '%s refuses a measure that there is not, and lists those that there are',
    async (path) => {
      const response = await hono.request(`${path}?measure=journalists_atacked`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(own.join(', '));
    },
  );

  it.each([...labels])('stand on the page of methods in %s', async (lang, ofAll) => {
    const methods = read(await textOf(`/methods?lang=${lang}`));
    for (const label of ofAll) expect(methods).toContain(folded(label));
    expect(methods).toContain('How many journalists were attacked.');
    expect(methods).toContain('One journalist may be attacked twice.');
    expect(methods).toContain('A family was put out of its flat.');
  });

  it('are in tables by their ids, and by their labels that no spreadsheet takes for a formula', async () => {
    const lines = (await textOf(`/api/v1/counts.csv?${all}`)).split('\r\n');
    expect(lines.filter((it) => it.startsWith('total'))).toEqual([
      expect.stringMatching(/^total,journalists_attacked,'=journalists,.*,7,7,7,/),
      expect.stringMatching(/^total,damage,EUR,.*,900,900,900,/),
      expect.stringMatching(/^total,evictions,reports,.*,2,2,2,/),
    ]);
    const sheet = await textOf(`/api/v1/counts.sheet.csv?${all}`);
    expect(sheet).toContain(`"'${HOSTILE.replaceAll('"', '""')}`);
    const workbook = await partsOf(`/api/v1/counts.xlsx?${all}`);
    expect(folded(workbook(/sharedStrings/))).toContain(folded(HOSTILE));
    expect(workbook(/sheet\d+\.xml$/)).not.toContain('<f>');
  });

  it('have labels that are text wherever they stand', async () => {
    const addresses = ['/', '/embed', '/chart.svg'].flatMap((path) => [
      `${path}?${all}`,
      `${path}?measure=damage`,
    ]);
    for (const address of [...addresses, `/embed?${all}&controls=1`, '/methods', '/records/a1', '/data']) {
      const html = await textOf(address);
      expect(html, address).not.toMatch(/<b onclick/);
    }
  });

  it.each([
    `/api/v1/counts?${all}&lang=ru`,
    '/api/v1/measures?lang=kk',
    '/api/v1/records?measure=evictions',
    `/api/v1/counts.sheet.csv?${all}`,
    `/chart.svg?${all}&lang=ru`,
  ])('are answered by a mirror as by the API: %s', async (path) => {
    const reply = await mirror(path, {});
    expect(reply.status).toBe(200);
    expect(Buffer.from(await reply.arrayBuffer()).equals(await bytesOf(path))).toBe(true);
  });

  it.each([
    ...own.map((id) => [`measure=${id}&by=place`, 'en'] as const),
    ...[...labels.keys()].map((lang) => [all, lang] as const),
  ])('%s says the same on every output in %s', async (query, lang) => {
    const asked = `${query}&lang=${lang}`;
    const { headlines } = JSON.parse(await textOf(`/chart.json?${asked}`)) as CountsAnswer;
    const texts = headlines.map(({ text }) => folded(text).replace(/\.$/, ''));
    const named = own.flatMap((id, i) => (query.includes(id) ? [folded(labels.get(lang)?.[i] ?? '')] : []));
    for (const label of named) expect(texts.join(' ').toLowerCase()).toContain(label.toLowerCase());
    const outputs = Object.entries(await outputsOf(asked)).filter(
      ([name]) => headlines.length === 1 || !titles.includes(name),
    );
    const missing = outputs.flatMap(([name, text]) =>
      texts.filter((wanted) => !text.includes(wanted)).map((wanted) => `${name}: ${wanted}`),
    );
    expect(missing).toEqual([]);
  });
});
