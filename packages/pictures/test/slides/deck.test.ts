import type { LoadedSnapshot } from '@article21/answers';
import { chartIds } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { rollUp } from '@article21/cube';
import { words } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import { createRenderer, type Deck, type SlideChart } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deckOf, drawPptx, readDeck, readViews } from '../../src/index.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

let loaded: LoadedSnapshot;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

const renderer = createRenderer();
const show = (rows: unknown) => Buffer.from(JSON.stringify(rows)).toString('base64url');
const viewsOf = (search: string) =>
  readViews(new URLSearchParams(search), endpoints.chartPptx).map((view) => ({
    ...view.read(loaded),
    loaded,
  }));
const deck = (search: string, lang: Language = 'en') =>
  deckOf({ views: viewsOf(search), words: words(lang), baseUrl: 'https://example.org' }, renderer);

/** All but a map, which is an image. */
/** A map is a picture, stages are numbers. */
const editable = chartIds.filter((chart) => chart !== 'map' && chart !== 'funnel');

describe('a view as a slide', () => {
  it.each(languages)('says in %s what it is, who says so, and where that stands', async (lang) => {
    const { slides, language } = await deck(`measure=detentions&place=almaty&lang=${lang}`, lang);
    const [slide] = slides;
    expect([slides.length, language]).toEqual([1, words(lang).locale]);
    expect(slide?.title).toContain('15');
    expect(slide?.source.join()).toContain('(IPHR)');
    expect(slide?.source.join()).toContain(loaded.id);
    expect(slide?.permalink).toContain(`measure=detentions&place=almaty`);
    expect(slide?.permalink).toContain(`snapshot=${loaded.id}`);
    expect(slide?.speaker.join('\n')).toContain('After the rally about ten people were detained');
  });

  it.each(editable)('has the numbers of the chart %s, each as it is stated', async (chart) => {
    // Beside another measure, because two numbers alone are no chart.
    const [view] = viewsOf(`measure=detentions,fines&chart=${chart}`);
    const { slides } = await deck(`measure=detentions,fines&chart=${chart}`);
    const counts = rollUp(loaded.cube, view?.query ?? ({} as never));
    const panels = slides.flatMap((slide) => slide.panels.filter(({ measure }) => measure === 'detentions'));
    const texts = panels.map((panel) => JSON.stringify(panel)).join();
    expect(texts).toContain('≈ 1');
    expect(texts).toMatch(/\+[123]/);
    const lows = panels.flatMap((panel) =>
      'series' in panel ? panel.series.filter((it) => !it.hatched).flatMap((it) => it.values) : [],
    );
    const sum = lows.reduce<number>((all, it) => all + (it ?? 0), 0);
    const total = counts.totals.find(({ measure }) => measure === 'detentions')?.low ?? Number.NaN;
    // A heat map is a table on a slide.
    expect(sum).toBe(chart === 'heatmap' ? 0 : total);
  });

  it.each(languages)('of nothing says in %s that there is no number, and why', async (lang) => {
    const { drawing, ui } = words(lang);
    const empty = await deck('measure=fines&place=semey', lang);
    expect(empty.slides).toHaveLength(1);
    expect(empty.slides[0]?.panels.filter((it) => !('categories' in it) || it.categories.length > 0)).toEqual(
      [],
    );
    const said = [empty.slides[0]?.title, ...(empty.slides[0]?.sentences ?? [])].join('\n');
    expect(said).toContain(drawing.noNumber);
    expect(said).toContain(ui.state.emptyOf.place);
    // Where reports without a number may lie in the period, the title says that.
    const undated = await deck('measure=detentions&from=1999-01-01&to=1999-01-31', lang);
    expect(undated.slides[0]?.sentences).toContain(drawing.noNumber);
    expect(undated.slides[0]?.title).toContain('2');
    const full = await deck('measure=detentions', lang);
    expect(full.slides[0]?.sentences.join()).not.toContain(drawing.noNumber);
  });

  it('of several measures names them, says a sentence of each, and gives each an axis of its own', async () => {
    const { slides } = await deck('measure=detentions,fines');
    expect(slides[0]?.title).toBe('Detentions and Fines');
    expect(slides[0]?.sentences).toHaveLength(2);
    expect(slides[0]?.panels.map((panel) => 'title' in panel && panel.title)).toEqual([
      'Detentions (people)',
      'Fines imposed (EUR)',
    ]);
  });

  it('of stages has all their numbers on one slide', async () => {
    const { slides } = await deck('chart=funnel');
    expect(slides.map(({ panels }) => panels.map(({ kind }) => kind))).toEqual([Array(6).fill('number')]);
    expect(slides[0]?.panels[1]).toMatchObject({
      number: '≥ ≈ 15',
      under: ['+ 3 reports without a number', 'Detentions (people)'],
    });
  });

  it.each(languages)('of one or two numbers has these alone, in %s, as on the screen', async (lang) => {
    const said = words(lang);
    const { slides } = await deck('measure=detentions', lang);
    expect(slides.map(({ panels }) => panels.map((panel) => panel.kind))).toEqual([['number', 'number']]);
    const [almaty, unstated] = slides[0]?.panels ?? [];
    expect(almaty).toMatchObject({ number: '≥ ≈ 15', isWords: false });
    expect(almaty).toMatchObject({
      under: [
        `+ ${said.reports(1, 'detentions')}`,
        expect.stringContaining(said.measure('detentions').label),
      ],
    });
    expect(unstated).toMatchObject({ number: said.reports(2, 'detentions'), isWords: true });
    for (const query of [
      'measure=detentions,fines',
      'measure=detentions&by=period',
      'measure=fines&place=semey',
    ])
      expect(JSON.stringify((await deck(query, lang)).slides)).not.toContain('"kind":"number"');
  });

  it('of nothing says so, and has no chart', async () => {
    const { slides } = await deck('measure=fines&place=atyrau&from=2012-01&to=2012-02');
    expect(slides[0]?.panels).toEqual([]);
    expect(slides[0]?.sentences.join()).toContain('That does not mean that nothing happened.');
    expect(slides[0]?.speaker).toEqual([]);
  });

  it('has the quotations of its measures, bounded, and says where the others are', async () => {
    const { slides } = await deck(
      'measure=rejected_applications,detentions,fines,arrest_days,people_fined,people_arrested,warnings',
    );
    const said = slides.flatMap((slide) => slide.speaker);
    expect(said.filter((text) => text.includes('“')).length).toBeLessThanOrEqual(42);
    const more = said.filter((text) => /^And \d+ more records?: https:/.test(text));
    expect(more.length).toBeGreaterThan(0);
  });

  it('keeps the words of internal sources back', async () => {
    const { catalogue } = loaded.snapshot;
    const sources = catalogue.sources.map((source) => ({ ...source, visibility: 'internal' as const }));
    // What a store gives has methods of its class: only its catalogue is another.
    const snapshot = Object.assign(Object.create(loaded.snapshot), { catalogue: { ...catalogue, sources } });
    const views = viewsOf('measure=detentions').map((view) => ({ ...view, loaded: { ...loaded, snapshot } }));
    const { slides } = await deckOf({ views, words: words('en'), baseUrl: 'https://example.org' }, renderer);
    const said = slides.flatMap((slide) => slide.speaker).join('\n');
    expect(said).toContain('withheld: internal source');
    expect(said).not.toContain('“');
    expect(said).not.toContain('ten people');
  });
});

describe('a map as a slide', () => {
  const search = 'chart=map&measure=rejected_applications';

  it('is a map, whose words are large enough to be read and whose numbers can be read aloud', async () => {
    const { slides } = await deck(search);
    const [panel, ...others] = slides.flatMap((slide) => slide.panels);
    if (panel?.kind !== 'map') throw new Error(`no map: ${panel?.kind}`);
    expect(others).toEqual([]);
    expect(panel.description).toMatch(/Almaty: at least 2 .*Astana: at least 1/);
    expect(slides[0]?.sentences.join()).not.toContain(words('en').drawing.noNumber);
  });

  it.each(languages)('says on its own slide in %s how it is read, and on no other', async (lang) => {
    const { slides } = await deck('chart=map', lang);
    for (const { panels, notes } of slides) {
      const feet = panels.flatMap((panel) => (panel.kind === 'map' ? panel.foot : []));
      expect(notes).toEqual(expect.arrayContaining(feet));
      expect(notes.join().includes(words(lang).drawing.legend.area)).toBe(feet.length > 0);
    }
    expect(slides[0]?.notes.join()).toContain(words(lang).drawing.legend.area);
  });

  it('has a slide for each measure, so that none is small beside the others', async () => {
    const { slides } = await deck('chart=map');
    const panels = slides.flatMap((slide) => slide.panels);
    const measures = slides.map((slide) => [...new Set(slide.panels.map(({ measure }) => measure))]);
    expect(measures).toEqual([['rejected_applications'], ['detentions'], ['fines'], ['arrest_days']]);
    // A map of one city is its number.
    const kinds = slides.map((slide) => [...new Set(slide.panels.map(({ kind }) => kind))]);
    expect(kinds).toEqual([['map'], ['number'], ['number'], ['number']]);
    expect(panels).toHaveLength(6);
    // Each says what is said of its own measure, and none repeats another.
    const said = slides.map(({ title, sentences }) => [title, ...sentences].join(' '));
    expect(said[0]).toContain('rejected');
    expect(said[1]).toContain('detentions');
    expect(said[1]).not.toContain('rejected');
    const { slides: together } = await deck('measure=rejected_applications,detentions,fines,arrest_days');
    // What is said is the title of a slide of one measure.
    expect(together.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Rejected\sapplications, .*Arrest\sdays$/),
      expect.stringMatching(/^30\sdays\sof\sadministrative\sarrest/),
    ]);
    // One number alone is no chart there either.
    expect(together[1]?.panels.map(({ kind }) => kind)).toEqual(['number']);
    const spokenOn = (of: typeof slides) => of.flatMap(({ title, sentences }) => [title, ...sentences]);
    expect(spokenOn(together)).toEqual(expect.arrayContaining(spokenOn(slides)));
  });

  it('is an image in the file, with that text', async () => {
    const subject = { views: viewsOf(search), words: words('en'), baseUrl: 'https://example.org' };
    const decks: Deck[] = [];
    const pptx = (made: Deck) => {
      decks.push(made);
      return renderer.pptx(made);
    };
    await drawPptx(subject, { ...renderer, pptx });
    const [panel] = decks.flatMap(({ slides }) => slides.flatMap((slide) => slide.panels));
    if (panel?.kind !== 'picture') throw new Error(`no image: ${panel?.kind}`);
    expect(String.fromCharCode(...panel.png.slice(1, 4))).toBe('PNG');
    expect(panel.description).toContain('Almaty: at least 2');
  });

  it('where nothing is on it says so', async () => {
    const { slides } = await deck('chart=map&measure=fines&place=atyrau');
    expect(slides[0]?.sentences).toContain(words('en').drawing.noNumber);
  });
});

describe('a presentation as slides', () => {
  it('has its views in order, with their titles and the notes of the speaker', async () => {
    const rows = [
      ['measure=detentions', 'Что произошло', 'Медленно.\n\nЕщё раз.'],
      ['measure=fines&by=place'],
    ];
    const { slides, title } = await deck(`lang=ru&show=${show(rows)}`, 'ru');
    expect(slides.map((slide) => slide.title)).toEqual(['Что произошло', expect.stringContaining('770')]);
    // Of the file's properties; the presenter's title stands on the slide.
    expect(title).toBe(words('ru').ui.site);
    expect(slides[0]?.speaker.slice(0, 2)).toEqual(['Медленно.', 'Ещё раз.']);
    expect(slides[0]?.sentences.join()).toContain('15');
  });

  it('may show other snapshots, each named by its view', () => {
    const views = readViews(
      new URLSearchParams(`show=${show([['snapshot=2012-09-25-3f9c0a417d2be586'], ['']])}`),
      endpoints.chartPptx,
    );
    expect(views.map((view) => view.snapshot)).toEqual(['2012-09-25-3f9c0a417d2be586', null]);
  });

  it.each([
    ['show=AAAA', 'show: not a presentation'],
    ['show=', 'show: a presentation without views'],
    [`show=${show([['']])}&show=${show([['']])}`, 'show: show is given 2 times'],
    [`show=${show(Array.from({ length: 41 }, () => ['']))}`, 'show: not a presentation'],
    [`show=${show([['measure=detentionz']])}`, 'view 1 of show: measure'],
    [`show=${show([[''], ['colour=red']])}`, 'view 2 of show: colour'],
    [`show=${show([['']])}&colour=red`, 'colour: unknown key'],
    [
      `show=${show(Array.from({ length: 5 }, (_, i) => [`snapshot=2012-09-25-3f9c0a417d2be58${i}`]))}`,
      'show: 5 snapshots',
    ],
    ['width=300', 'width: unknown key'],
  ])('that cannot be is refused: %s', (search, message) => {
    expect(() => viewsOf(search)).toThrow(message);
  });
});

describe('the file of slides', () => {
  it('is the same bytes again, and its labels stand at the numbers', async () => {
    const subject = { views: viewsOf('by=place'), words: words('kk'), baseUrl: 'https://example.org' };
    const first = await drawPptx(subject, renderer);
    expect(await drawPptx(subject, renderer)).toEqual(first);
    const { slides } = await deckOf(subject, renderer);
    const chart = slides[0]?.panels[0] as SlideChart;
    expect(chart.labels.texts[0]?.signs).toBe('≥ 2');
    expect(chart.labels.at[0]).toBe(2);
  });
});

describe('a presentation of more marks than are drawn in one file', () => {
  it('is refused by slides times marks, and says how to make it smaller', () => {
    const read = (slides: number, most?: number) => {
      const rows = Array(slides).fill(['chart=calendar&measure=detentions']);
      return readDeck(
        readViews(new URLSearchParams({ show: show(rows) }), endpoints.chartPptx),
        () => loaded,
        most,
      );
    };
    const marks = read(1)[0]?.groups ?? 0;
    expect(marks).toBeGreaterThan(1);
    expect([read(40).length, read(3, 3 * marks).length]).toEqual([40, 3]);
    const [key, most, narrower] = [
      'show',
      3 * marks - 1,
      expect.stringMatching(/fewer slides, shorter periods/),
    ];
    expect(() => read(3, most)).toThrow(
      expect.objectContaining({
        kind: 'too-much',
        message: expect.stringContaining(`the first 3 of 3 slides have ${3 * marks} marks; at most ${most}`),
        issues: [expect.objectContaining({ key, code: 'too_many', most, hint: narrower })],
      }),
    );
  });
});
