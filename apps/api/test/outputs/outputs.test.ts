import type { CountsAnswer } from '@article21/contract/client';
import { countriesOf, figureOf, sourceLine, words } from '@article21/messages';
import { createPlaceTree, type Language, languages, parseDay, readCounts } from '@article21/model';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BASE_URL } from '../fixture.ts';
import { publishedSite } from './published-site.ts';
import { folded, read } from './read.ts';
import { publishTwoCountries } from './two-countries.ts';

const { client, mirror, bytesOf, textOf, partsOf, outputsOf } = await publishedSite(publishTwoCountries);

/** What a chart says of each of them is the same on every output. */
const queries = [
  'measure=detentions&by=place',
  'measure=detentions&by=place&phase=after',
  'measure=detentions&by=place&phase=before,unstated',
  'measure=detentions&basis=summary&by=place',
  'measure=detentions&by=place&evidence=quoted',
  'measure=detentions&by=place&attribute=topic:pay',
  'measure=detentions&by=place&attribute=authorised:no,topic:land,topic:unstated',
  'measure=detentions&place=tashkent',
  'measure=detentions&place=osh',
  'measure=detentions&place=oktyabr-c,oktyabr-o',
  'measure=detentions&by=period&every=year&from=2025-12-01&to=2026-01-31',
  'measure=detentions&by=period&every=week&from=2025-12-31&to=2026-01-06',
  'measure=arrest_days&from=2026-01-01&to=2026-01-31',
  'measure=arrest_days',
  'measure=rejected_applications&by=place',
  'measure=fines&by=place',
  'measure=people_fined&by=place&from=2025-12-30',
  'measure=warnings',
  'measure=other_restrictions',
  'measure=other_restrictions&by=period&every=month&to=2026-01-31',
  'measure=detentions,fines&place=osh&to=2025-12-31',
];

/** Outputs that have a title and nothing beside it. */
const titles = ['title of the PDF', 'title of the page', 'title of the card'];

/** What an output says of a headline: a title has no remarks, and that of several measures is called after the data. */
function wantedOf(name: string, { text, remarks }: CountsAnswer['headlines'][number], all: number): string[] {
  const headline = folded(text).replace(/\.$/, '');
  if (name === 'description of the card') return [];
  const isNamed = ['title of the page', 'title of the card'].includes(name);
  if (titles.includes(name)) return all > 1 && isNamed ? [] : [headline];
  return [headline, ...remarks.map(folded)];
}

const asked = (query: string, lang: Language) => `${query}&lang=${lang}`;

async function answerTo(query: string): Promise<CountsAnswer> {
  return JSON.parse(await textOf(`/chart.json?${query}`)) as CountsAnswer;
}

describe.each(languages)('in %s, every output', (lang) => {
  it.each(queries)('of %s has the same headline and the same remarks', async (query) => {
    const { headlines } = await answerTo(asked(query, lang));
    const outputs = await outputsOf(asked(query, lang));
    const missing = Object.entries(outputs).flatMap(([name, text]) =>
      headlines
        .flatMap((it) => wantedOf(name, it, headlines.length))
        .filter((wanted) => !text.includes(wanted))
        .map((wanted) => `${name}: ${wanted}`),
    );
    expect(missing).toEqual([]);
    const all = folded(headlines.flatMap((it) => [it.text, ...it.remarks]).join(' '));
    expect(all).toContain(outputs['description of the card']?.replace(/ …$/, '') ?? 'nothing');
  });

  it('what stands alone names the countries, whatever is asked', async () => {
    const { places } = await client.places({});
    const countries = folded(countriesOf(createPlaceTree(places), words(lang)));
    const outputs = await outputsOf(asked('measure=detentions&place=osh', lang));
    for (const name of [
      'embed',
      'hidden text of the SVG',
      'drawn text of the SVG',
      'drawn text of the PDF',
      'slide',
    ])
      expect(outputs[name], name).toContain(countries);
  });

  it.each(queries)('of %s names places and periods alike', async (query) => {
    const answer = await answerTo(asked(query, lang));
    const of = answer.query;
    const { rows } = readCounts(answer);
    const said = words(lang);
    const { places } = await client.places({});
    const tree = createPlaceTree(places);
    const period = {
      from: of.from === null ? null : parseDay(of.from),
      to: of.to === null ? null : parseDay(of.to),
    };
    const [page, embed, svg, slides] = [
      read(await textOf(`/?${asked(query, lang)}`)),
      read(await textOf(`/embed?${asked(query, lang)}`)),
      read(/<desc[\s\S]*?<\/desc>/.exec(await textOf(`/chart.svg?${asked(query, lang)}`))?.[0] ?? ''),
      await partsOf(`/chart.pptx?${asked(query, lang)}`),
    ];
    const grouped = `${asked(query, lang)}${of.by.includes('place') && !query.includes('by=') ? '&by=place' : ''}`;
    const sheet = folded(await textOf(`/api/v1/counts.sheet.csv?${grouped}`));
    const workbook = (await partsOf(`/api/v1/counts.xlsx?${grouped}`))(/sharedStrings/);
    const named = rows.map((row) => ({
      place: row.place === undefined ? [] : [folded(said.rowName(row.place, tree))],
      period: row.period === undefined ? [] : [folded(said.bucket(row.period, period))],
      count: folded(said.count(row, row.measure)),
    }));
    const lacking = (text: string, wanted: readonly string[]) => wanted.filter((it) => !text.includes(it));
    const names = named.flatMap(({ place, period: days }) => [...place, ...days]);
    const marks = named.map(
      ({ place, period: days, count }) => `${[...place, ...days].join(', ')}: ${count}`,
    );
    expect(lacking(svg, marks), 'SVG').toEqual([]);
    expect(lacking(page, names), 'page').toEqual([]);
    expect(lacking(embed, names), 'embed').toEqual([]);
    expect(lacking(slides(/charts\/|slides\/slide/), names), 'slide').toEqual([]);
    const where = named.flatMap(({ place }) => place);
    expect(lacking(sheet, where), 'CSV').toEqual([]);
    expect(lacking(workbook, where), 'XLSX').toEqual([]);
  });

  it.each(queries)('of %s has the same numbers', async (query) => {
    const answer = await answerTo(asked(query, lang));
    const lines = (await textOf(`/chart.csv?${query}`)).trim().split('\r\n');
    const [head = '', ...rows] = lines;
    const column = (line: string, name: string) => line.split(',')[head.split(',').indexOf(name)];
    const numbers = (part: string) =>
      rows
        .filter((line) => column(line, 'part') === part)
        .map((line) => ['low', 'high', 'unnumbered', 'records'].map((name) => column(line, name)));
    const expected = (
      groups: readonly { low: number | null; high: number | null; unnumbered: number; records: number }[],
    ) =>
      groups.map((it) =>
        [it.low, it.high, it.unnumbered, it.records].map((n) => (n === null ? '' : String(n))),
      );
    expect(numbers('row')).toEqual(expected(answer.rows));
    expect(numbers('total')).toEqual(expected(answer.totals));
    expect(numbers('undated')).toEqual(expected(answer.undated));
    const embed = read(await textOf(`/embed?${asked(query, lang)}`));
    const counts = readCounts(answer);
    for (const group of [...counts.rows, ...counts.totals])
      expect(embed, 'embed').toContain(folded(figureOf(group, words(lang))));
  });
});

/** Whose the counted numbers are: of one source, of the other, of both; where nothing is counted, nobody's. */
const stated: [query: string, sources: string[]][] = [
  ['measure=detentions&by=place&place=oktyabr-o', ['s', 't']],
  ['measure=other_restrictions&by=period', ['t']],
  ['measure=detentions&place=tashkent&basis=summary', ['s']],
  ['measure=detentions&by=place', ['s', 't']],
  ['measure=warnings', []],
];

describe.each(languages)('in %s, the source', (lang) => {
  it.each(stated)('of %s is that of what is counted, on every output', async (query, expected) => {
    const answer = await answerTo(asked(query, lang));
    expect(answer.sources).toEqual(expected);
    const { sources } = await client.snapshot({});
    const line = folded(sourceLine(sources, answer.sources, words(lang)));
    const of = (text: string) => text.includes(line);
    const { page, embed, slide, XLSX, ...outputs } = await outputsOf(asked(query, lang));
    const drawn = [
      outputs['hidden text of the SVG'],
      outputs['drawn text of the SVG'],
      outputs['drawn text of the PDF'],
      outputs.handout,
    ];
    expect([embed, slide, ...drawn].filter((text) => !of(text ?? ''))).toEqual([]);
    const cited = expected.length === 0 ? sources : sources.filter(({ id }) => expected.includes(id));
    for (const { id, publisher, title } of sources) {
      const isCited = cited.some((it) => it.id === id);
      expect(XLSX?.includes(`${publisher}: ${title}`), `${id} in XLSX`).toBe(isCited);
    }
    const oembed = await textOf(`/oembed?url=${encodeURIComponent(`${BASE_URL}/?${asked(query, lang)}`)}`);
    expect(JSON.parse(oembed)).toMatchObject({
      author_name: cited.map(({ publisher }) => publisher).join('; '),
    });
    // Under a page stand all of them, and it says so.
    expect(page).toContain(`${words(lang).ui.footer.datasetSources}: Monitor`);
  });
});

describe.each(languages)('in %s, an approximate date', (lang) => {
  it('is said on every output, and drawn', async () => {
    const query = asked('measure=other_restrictions&by=period&every=month', lang);
    const said = words(lang);
    const { headlines, rows, totals } = await answerTo(query);
    expect([rows, totals].map((groups) => groups.map((it) => it.approximateDates))).toEqual([[1], [1]]);
    expect(headlines[0]?.remarks.map(folded)).toHaveLength(1);
    const mark = folded(said.plural(said.drawing.withApproximateDate, 1));
    const outputs = await outputsOf(query);
    for (const name of ['page', 'embed', 'hidden text of the SVG'])
      expect(outputs[name], name).toContain(mark);
    expect((await partsOf(`/chart.pptx?${query}`))(/charts\/|embeddings/)).toContain('≈');
    for (const name of ['drawn text of the SVG', 'drawn text of the PDF', 'handout', 'slide'])
      expect(outputs[name], name).toContain(folded(said.drawing.legend.approximateDates));
    const day = parseDay('2025-12-15');
    const period = folded(said.about(said.period({ from: day, to: day })));
    for (const name of ['embed', 'drawn text of the SVG', 'drawn text of the PDF', 'handout', 'slide'])
      expect(outputs[name], name).toContain(`${period} · `);
    expect(outputs.XLSX).toContain(folded(said.ui.table.approximateDates));
    const [head = '', row = ''] = (await textOf(`/chart.csv?${query}`)).split('\r\n');
    expect(row.split(',')[head.split(',').indexOf('approximate_dates')]).toBe('1');
  });
});

describe.each(languages)('in %s, a mirror', (lang) => {
  it.each(queries)('of %s answers the same as the API', async (query) => {
    for (const name of [
      'chart.json',
      'chart.csv',
      'api/v1/counts.sheet.csv',
      'api/v1/counts.xlsx',
      'chart.svg',
    ]) {
      const address = `/${name}?${asked(query, lang)}`;
      const reply = await mirror(address, {});
      expect([address, reply.status]).toEqual([address, 200]);
      const own = Buffer.from(await reply.arrayBuffer());
      expect([address, own.equals(await bytesOf(address))]).toEqual([address, true]);
    }
  });
});

describe.each(languages)('in %s, running text', (lang) => {
  /** Texts in which a line could end before a dash, or between a number and what it counts. */
  const broken = (texts: readonly string[]) =>
    texts.filter((text) => / [–—] |[≈≥≤] \d|EUR \d/.test(text) || /\d \p{L}/u.test(text));
  const texts = (markup: string, of: RegExp) =>
    [...markup.matchAll(of)].map(([, inside = '']) => inside.replace(/<[^>]*>/g, ''));

  it.each(queries)('of %s keeps dashes and numbers where they belong', async (query) => {
    const address = asked(query, lang);
    const { headlines } = await answerTo(address);
    const said = headlines.flatMap(({ text, remarks }) => [text, ...remarks]);
    const isSaid = (text: string) => said.some((it) => folded(it).includes(folded(text)));
    const [page, embed] = [await textOf(`/?${address}`), await textOf(`/embed?${address}`)];
    const running = /<(?:h1|h2|p)\b[^>]*>([\s\S]*?)<\/(?:h1|h2|p)>/g;
    for (const html of [page, embed]) {
      const sentences = texts(html, running).filter((it) => it.trim() !== '' && isSaid(it));
      expect(sentences.length).toBeGreaterThan(0);
      expect(broken(sentences)).toEqual([]);
    }
    const files = unzipSync(await bytesOf(`/chart.pptx?${address}`));
    const slides = Object.entries(files).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    const runs = slides.flatMap(([, xml]) => texts(strFromU8(xml), /<a:t>([^<]*)<\/a:t>/g)).filter(isSaid);
    expect(runs.length).toBeGreaterThan(0);
    expect(broken(runs)).toEqual([]);
  });
});

describe('the days of the data', () => {
  it('are those of every record, on pages, in the API and for search engines', async () => {
    const { extent } = await client.snapshot({});
    expect(extent).toEqual({ from: '2025-10-20', to: '2026-01-06', open: true });
    const period = '20 October 2025 – 6 January 2026, and days that are not stated exactly';
    expect(read(await textOf('/data'))).toContain(period);
    expect(read(await textOf('/methods'))).toContain(period);
    expect(await textOf('/data')).toContain('"temporalCoverage":"2025-10-20/2026-01-06"');
  });
});
