import { chartIds } from '@article21/charts';
import { languages, measureIds } from '@article21/model';
import { engine, openStore } from '@article21/store';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, temporaryFolder } from '../fixture.ts';
import { publishCorrected } from '../kazakhstan.ts';
import { madeFiles } from '../made-files.ts';

const folder = await temporaryFolder();
const store = openStore({ dataDir: folder.path, engine: engine('memory') });
const { hono, close, reported } = appOf(store, { files: madeFiles });

/** Every way of dating a record that a source can force on a coder. */
const dated: readonly [file: string, text: string, by: string][] = [
  [
    'records.csv',
    'almaty,2012-06-04,2012-05-31-almaty,after,1,~170 EUR',
    'almaty,2012-06-04~,,after,1,~170 EUR',
  ],
  ['records.csv', 'almaty,2012-06-04,2012-05-31-almaty,after,1,~430 EUR', 'almaty,2012-06,,after,1,~430 EUR'],
  ['records.csv', 'almaty,2012-05-31,2012-05-31-almaty,before,2', 'almaty,2012-05-29/2012-05-31,,before,2'],
  ['records.csv', 'almerek,2012-05-22,2012-05-21-almerek', 'almerek,2012,'],
];

beforeAll(async () => {
  await publishCorrected(store, folder.path, dated);
});
afterAll(async () => {
  expect(reported).toEqual([]);
  await close();
  await folder.remove();
});

/** The page of methods explains it. */
const QUANTITY = /(?:^|[\s:;(])\d*\?(?:$|[\s;:)])/;

/**
 * What only programs and coders write: the notation of dates (EDTF) and of quantities, keys of addresses, ids of
 * measures, and what JavaScript says of nothing.
 */
const machine: readonly [what: string, pattern: RegExp][] = [
  ['a date or an interval in EDTF', /\.\.\/\d{4}|\d{4}\/\.\.|\d{4}-\d\d(?:-\d\d)?(?:[~%]|\/\d{4})/],
  ['a day in ISO 8601', /(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/],
  ['a key of an address', /\b(?:measure|place|from|to|phase|basis|by|every|chart|lang|theme|snapshot)=/],
  ['a report without a number as it is coded', QUANTITY],
  [
    'the id of a measure or of a kind',
    new RegExp(
      `\\b(?:${[...measureIds, 'application_rejected'].filter((id) => id.includes('_')).join('|')})\\b`,
    ),
  ],
  ['nothing', /\b(?:undefined|null|NaN|\[object \w+\])(?![\w-])/],
];

/** Addresses, ids of snapshots and of records are what they are; code and commands are for those who want them. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/g, ' ').replace(/\b\d{4}-\d\d-\d\d-[0-9a-z-]+/g, ' ');
}

/** The texts of markup, in order, without those of scripts, styles, code and commands. */
function textsOf(markup: string): string[] {
  const shown = markup.replace(/<(script|style|code|pre|template)\b[\s\S]*?<\/\1>/g, ' ');
  const attributes = [...shown.matchAll(/\s(?:alt|title|aria-label|content)="([^"]*)"/g)].map(
    ([, text]) => text ?? '',
  );
  return [...shown.replace(/<[^>]*>/g, '\n').split('\n'), ...attributes]
    .map((text) =>
      withoutAddresses(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')).trim(),
    )
    .filter((text) => text !== '');
}

function expectPlain(texts: readonly string[], explained: readonly RegExp[] = []): void {
  expect(texts.length).toBeGreaterThan(0);
  const forbidden = machine.filter(([, pattern]) => !explained.includes(pattern));
  const found = texts.flatMap((text) =>
    forbidden.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${what}: ${text}`),
  );
  expect(found).toEqual([]);
}

const get = async (path: string) => {
  const response = await hono.request(path);
  expect(response.status, path).toBe(200);
  return response;
};
const all = `measure=${measureIds.join(',')}`;

const pages = [
  '/?',
  `/?${all}`,
  '/?chart=calendar&by=place&every=week',
  '/?chart=map&by=period',
  '/?measure=arrest_days&from=2012-04-29&to=2012-06-30',
  '/?measure=rejected_applications&to=2012-04-27&by=place',
  '/?measure=detentions&phase=after,unstated&basis=summary',
  '/?from=2012-05-10&to=2012-05-31&by=period&every=month',
  '/sources?',
  '/sources/kibhr-iphr-nhc-2012?',
  '/data?',
  '/embed?measure=detentions&by=place',
  '/embed?measure=arrest_days&from=2012-04-29&to=2012-06-30',
];

describe.each(languages)('in %s nobody meets the words of a program', (lang) => {
  it.each(pages)('on the page %s', async (path) => {
    expectPlain(textsOf(await (await get(`${path}&lang=${lang}`)).text()));
  });

  it('on the page of methods, but for the notation that it explains', async () => {
    expectPlain(textsOf(await (await get(`/methods?lang=${lang}`)).text()), [QUANTITY]);
  });

  it('on the page of any record', async () => {
    const { records } = (await (await get('/api/v1/records?limit=100')).json()) as {
      records: { id: string }[];
    };
    expect(records).toHaveLength(29);
    for (const { id } of records)
      expectPlain(textsOf(await (await get(`/records/${id}?lang=${lang}`)).text()));
  });

  it.each(chartIds)('in the picture %s', async (chart) => {
    expectPlain(textsOf(await (await get(`/chart.svg?chart=${chart}&lang=${lang}`)).text()));
  });

  it('on slides and in their notes', async () => {
    const bytes = await (await get(`/chart.pptx?${all}&by=place&lang=${lang}`)).arrayBuffer();
    const files = unzipSync(new Uint8Array(bytes));
    const parts = Object.keys(files).filter((path) => /(?:slides|notesSlides)\/[^/]+\.xml$/.test(path));
    const texts = parts.flatMap((part) => [
      ...strFromU8(files[part] as Uint8Array).matchAll(/<a:t>([^<]*)<\/a:t>/g),
    ]);
    expectPlain(texts.map(([, text]) => withoutAddresses(text ?? '')));
    expect(parts.length).toBeGreaterThan(1);
  });

  it('in the table for spreadsheets', async () => {
    const csv = await (await get(`/api/v1/counts.sheet.csv?${all}&by=place&lang=${lang}`)).text();
    expectPlain(csv.split(/\r\n/));
  });
});
