import type { LoadedSnapshot } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { pageTexts, words } from '@article21/messages';
import { emptyQuery, type Language, languages } from '@article21/model';
import { deckOf, drawInline, drawPdf, drawSvg, readPictureQuery, readViews } from '@article21/pictures';
import { createRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPageState } from '../src/address/index.ts';
import { serverAddresses } from '../src/page/addresses.ts';
import type { PageSubject } from '../src/page/subject.ts';
import { createTemplate } from '../src/page/template.ts';
import { writePage } from '../src/page/write.tsx';
import { serveKazakhstan } from './kazakhstan.ts';

const TITLE = 'Nobody was detained';
const INDEX = `<!doctype html><html lang="en"><head><meta name="description" content="x"><title>Built</title>
<script src="/a.js"></script></head><body><div id="root"></div><noscript>x</noscript></body></html>`;
const renderer = createRenderer();
let loaded: LoadedSnapshot;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

const asked = (lang: Language) => ({ ...emptyQuery, measure: ['detentions' as const], title: TITLE, lang });

/** Each picture with a title in its query, as the text that stands in it. */
const pictures: Record<string, (lang: Language, title: boolean) => Promise<string>> = {
  'a picture of its own': async (lang, title) => {
    const search = new URLSearchParams({ measure: 'detentions', lang, ...(title ? { title: TITLE } : {}) });
    const { picture } = readPictureQuery(endpoints.chartSvg, search, loaded);
    return drawSvg({ query: picture, loaded, words: words(lang), baseUrl: 'https://site.example' }, renderer);
  },
  'a chart in a page': async (lang, title) => {
    const query = resolveQuery({ ...asked(lang), title: title ? TITLE : null });
    const picture = await drawInline({ query, loaded, words: words(lang) }, renderer);
    return picture?.html ?? '';
  },
  'a slide': async (lang, title) => {
    const search = new URLSearchParams({ measure: 'detentions', lang, ...(title ? { title: TITLE } : {}) });
    const views = readViews(search, endpoints.chartPptx).map((view) => ({ ...view.read(loaded), loaded }));
    return JSON.stringify(
      await deckOf({ views, words: words(lang), baseUrl: 'https://site.example' }, createRenderer()),
    );
  },
};

/** The words of a text in their order, without what stands between lines. */
const wordsIn = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .join(' ');

describe.each(Object.keys(pictures))('the title that a link gives to %s', (kind) => {
  it.each(languages)('is marked in %s as a reader’s, and nothing else is', async (lang) => {
    const mark = words(lang).drawing.addedTitle;
    const drawn = await pictures[kind]?.(lang, true);
    expect(wordsIn(drawn ?? '')).toContain(TITLE);
    expect(wordsIn(drawn ?? '')).toContain(mark);
    expect(wordsIn((await pictures[kind]?.(lang, false)) ?? '')).not.toContain(mark);
  });
});

/** What is said of a page where it is linked. */
async function cardOf(asks: Pick<PageSubject, 'route' | 'query' | 'state'>): Promise<string> {
  const page = await writePage(
    {
      ...{ ...asks, issues: [], loaded, older: false, picture: null },
      ...{ words: words('en'), texts: (await pageTexts()).en },
      addresses: serverAddresses('https://site.example'),
    },
    createTemplate(INDEX),
  );
  return [...page.matchAll(/<meta (?:property="og:|name="(?:twitter|description))[^>]*>/g)].join('\n');
}

it('stands in no card', async () => {
  const card = await cardOf({ route: { page: 'charts' }, query: asked('en'), state: noPageState });
  expect(card).toContain('og:image" content="https://site.example/chart.png?measure=detentions');
  // The address of the page is no text of the card.
  const [said, address] = [card.replace(/<meta property="og:url".*/, ''), /og:url.*/.exec(card)?.[0]];
  expect(said).not.toMatch(/Nobody|title=/);
  expect(address).toContain('title=');
});

it('is not what a search is called on a card, whatever is searched for', async () => {
  const card = await cardOf({
    ...{ route: { page: 'search' }, query: { ...emptyQuery, lang: 'en' } },
    state: { ...noPageState, q: TITLE },
  });
  expect(card).toContain('og:title" content="Search"');
  expect(card).not.toContain('Nobody');
});

describe('the title that a link gives', () => {
  const search = new URLSearchParams({ measure: 'detentions', title: TITLE });

  it('is none of what a program shows of a picture or a file without its mark', async () => {
    const { picture } = readPictureQuery(endpoints.chartSvg, search, loaded);
    const subject = { query: picture, loaded, words: words('en'), baseUrl: 'https://site.example' };
    const svg = await drawSvg(subject, renderer);
    expect(/<title[^>]*>([^<]*)</.exec(svg)?.[1]).toMatch(/^At least about/);
    const pdf = Buffer.from(await drawPdf(subject, renderer)).toString('latin1');
    expect(pdf).toContain('/Title');
    expect(pdf).not.toContain(TITLE);
    expect(pdf).not.toContain(Buffer.from(TITLE, 'utf16le').swap16().toString('hex').toUpperCase());
    const views = readViews(search, endpoints.chartPptx).map((view) => ({ ...view.read(loaded), loaded }));
    expect(
      (await deckOf({ views, words: words('en'), baseUrl: 'https://site.example' }, renderer)).title,
    ).toBe('Article 21');
  });
});
