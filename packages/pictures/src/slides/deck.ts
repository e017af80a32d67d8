import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { bigNumbersOf, type ChartContext, type OfficePanel, officeCharts } from '@article21/charts';
import { unbroken, type Words } from '@article21/messages';
import type { Counts, MeasureId } from '@article21/model';
import type { Deck, Renderer, Slide } from '@article21/render';
import { waitToDraw } from '../drawing-queue.ts';
import { contextOf } from '../picture/context.ts';
import { pictureTexts } from '../picture/picture-texts.ts';
import {
  type MapPanel,
  type MapSubject,
  mapPanel,
  measuresOnMaps,
  pictured,
  type Room,
  USUAL_ROOM,
} from './map-panel.ts';
import { quotationsOf } from './quotations.ts';
import type { ViewQuery } from './read.ts';

/** One view of a presentation, and the snapshot that it shows. */
export interface DeckView extends ViewQuery {
  loaded: LoadedSnapshot;
}

/** What slides are drawn from. */
export interface DeckSubject {
  views: readonly DeckView[];
  words: Words;
  baseUrl: string;
}

/** Panels of a slide: bars need a line each, and four small charts can just be read, two under many sentences. */
const MOST_LINES = 14;
const MOST_SMALL = 4;
const MANY_SENTENCES = 2;
const MOST_NUMBERS = 6;
/** Charts of a slide are laid out by whoever shows it; this width decides nothing that is seen. */
const WIDTH = 960;

/** A slide for each view, or several where its charts need them, as the bytes of a PowerPoint file. */
export async function drawPptx(
  subject: DeckSubject,
  renderer: Pick<Renderer, 'pptx' | 'slideRoom' | 'svg' | 'pngAsync'>,
): Promise<Uint8Array> {
  const { slides, ...deck } = await deckOf(subject, renderer);
  const drawn: Slide[] = [];
  for (const { panels, ...slide } of slides) {
    const made: Slide['panels'][number][] = [];
    for (const panel of panels)
      made.push(panel.kind === 'map' ? await pictured(panel, subject.words.language, renderer) : panel);
    drawn.push({ ...slide, panels: made });
  }
  return renderer.pptx({ ...deck, slides: drawn });
}

type SlidePart = OfficePanel | MapPanel;

/** A slide whose maps are not drawn yet. */
interface PlannedSlide extends Omit<Slide, 'panels'> {
  panels: readonly SlidePart[];
}

/** The same as data. */
export async function deckOf(
  { views, words, baseUrl }: DeckSubject,
  { slideRoom }: Pick<Renderer, 'slideRoom'>,
): Promise<Omit<Deck, 'slides'> & { slides: PlannedSlide[] }> {
  const slides: PlannedSlide[] = [];
  for (const view of views) {
    await waitToDraw();
    const around = { words: words.of(view.loaded.vocabulary), baseUrl, slideRoom };
    slides.push(...(await slidesOf(view, around)));
  }
  // In the file's properties nothing says that a title is a reader's.
  const isAdded = views[0]?.query.title !== null;
  const title = isAdded ? words.ui.site : (slides[0]?.title ?? words.ui.site);
  return { title, language: words.locale, slides: slides.map(set) };
}

interface Around extends Pick<Renderer, 'slideRoom'> {
  words: Words;
  baseUrl: string;
}

async function slidesOf(
  { query, notes, loaded }: DeckView,
  { words, baseUrl, slideRoom }: Around,
): Promise<PlannedSlide[]> {
  const counts = countsFor(query, loaded);
  const texts = pictureTexts(query, counts, { loaded, words, baseUrl });
  const [about, permalink] = texts.below;
  const context = {
    ...(await contextOf({ ...query, theme: 'light' }, loaded)),
    words,
    compact: true,
  };
  const subject = { chart: query.chart, counts, context };
  const drawn = drawnOf(subject);
  const small = texts.spoken.length > MANY_SENTENCES ? MOST_SMALL / 2 : MOST_SMALL;
  const groups = onSlides(drawn.panels, small).map((panels) =>
    numbersOf(panels, counts, query.chart, context),
  );
  const labels = query.measure.map((id) => words.measure(id).label);
  const title = texts.title ?? words.list(labels);
  const speaker = [
    ...notes.split('\n').filter((line) => line.trim() !== ''),
    ...drawn.annotations,
    ...(await quotationsOf(query, counts, { loaded, words, permalink })),
  ];
  const drawnMeasures = new Set(drawn.panels.map(({ measure }) => measure));
  const undrawn = query.measure.filter((id) => !drawnMeasures.has(id));
  // What is said of a measure stands beside its numbers; what has none is said first.
  const sentencesFor = (panels: readonly SlidePart[], i: number) =>
    texts.spokenOf([...panels.map(({ measure }) => measure), ...(i === 0 ? undrawn : [])]);
  const slideTexts = groups.map((panels, i) => {
    const spoken = sentencesFor(panels, i);
    const measures = new Set(panels.map(({ measure }) => measure));
    const [finding, ...others] = spoken;
    // Of several slides, one of a single measure has what is said of that as its title.
    const isOwn =
      texts.title === undefined && groups.length > 1 && measures.size === 1 && finding !== undefined;
    return isOwn ? { title: finding, sentences: others } : { title, sentences: spoken };
  });
  const slides = groups.map((panels, i) => ({
    title: titled(slideTexts, i, words),
    // A slide that is empty says so, and why.
    sentences: [
      ...(panels.some(hasNumbers) ? [] : [words.drawing.noNumber]),
      ...(slideTexts[i]?.sentences ?? []),
    ],
    mark: context.synthetic ? words.ui.synthetic : null,
    panels,
    notes: feetOf(panels) ?? drawn.notes,
    source: [texts.source, about],
    permalink,
    speaker: i === 0 ? speaker : [permalink],
  }));
  return slides.map((slide) => withMaps(slide, subject, slideRoom(slide)));
}

/** A slide whose maps fill the room that its words leave them. */
function withMaps(slide: PlannedSlide, subject: MapSubject, room: Room): PlannedSlide {
  const panels = slide.panels.map((panel) =>
    panel.kind === 'map' ? mapPanel(panel.measure, subject, room) : panel,
  );
  return { ...slide, panels, notes: feetOf(panels) ?? slide.notes };
}

/** What maps say under them; null where there are none. */
function feetOf(panels: readonly SlidePart[]): string[] | null {
  const maps = panels.filter((panel) => panel.kind === 'map');
  return maps.length === 0 ? null : [...new Set(maps.flatMap(({ foot }) => foot))];
}

/** The title of a slide; of several slides with one title, also which of them it is. */
function titled(texts: readonly { title: string }[], i: number, words: Words): string {
  const title = texts[i]?.title ?? '';
  const same = [...texts.keys()].filter((it) => texts[it]?.title === title);
  return same.length > 1 ? `${title} (${progress(words, same.indexOf(i) + 1, same.length)})` : title;
}

/** What is alone on a slide of several: one or two numbers are no chart there either. */
function numbersOf(
  panels: readonly SlidePart[],
  { rows, undated }: Counts,
  chart: string,
  context: Omit<ChartContext, 'width'>,
): readonly SlidePart[] {
  const isOn = ({ measure }: { measure: MeasureId }) => panels.some((it) => it.measure === measure);
  const own = { rows: rows.filter(isOn), undated: undated.filter(isOn) };
  return bigNumbersOf(chart, own, context) ?? panels;
}

/** Numbers alone where they are one or two, as on the screen; maps as they are drawn; all else as charts that can be edited. */
function drawnOf(subject: MapSubject): {
  panels: readonly SlidePart[];
  notes: readonly string[];
  annotations: readonly string[];
} {
  const { chart, counts, context } = subject;
  const numbers = bigNumbersOf(chart, counts, context);
  const office = officeCharts(chart, counts, { ...context, width: WIDTH });
  if (numbers) return { ...office, panels: numbers };
  const measures = measuresOnMaps(subject);
  if (!measures?.length) return office;
  const panels = measures.map((measure) => mapPanel(measure, subject, USUAL_ROOM));
  return { panels, notes: office.notes, annotations: [] };
}

/** What runs over lines that whoever opens the file may make narrower. */
function set({ title, sentences, notes, source, ...slide }: PlannedSlide): PlannedSlide {
  return {
    ...slide,
    title: unbroken(title),
    sentences: sentences.map(unbroken),
    notes: notes.map(unbroken),
    source: source.map(unbroken),
  };
}

function progress({ fill, ui, number }: Words, n: number, all: number): string {
  return fill(ui.present.progress, { n: number(n), all: number(all) });
}

/** Panels in the order in which they are, as many on a slide as can be read. */
function onSlides(panels: readonly SlidePart[], small: number): SlidePart[][] {
  const slides: SlidePart[][] = [];
  let lines = 0;
  for (const panel of panels) {
    const own = linesOf(panel, small);
    const last = slides.at(-1);
    if (last && lines + own <= MOST_LINES * 2) {
      last.push(panel);
      lines += own;
    } else {
      slides.push([panel]);
      lines = own;
    }
  }
  return slides.length === 0 ? [[]] : slides;
}

function hasNumbers(panel: SlidePart): boolean {
  return !('categories' in panel) || panel.categories.length > 0;
}

/** Of the two columns that a slide has. A table and a map take it all. */
function linesOf(panel: SlidePart, small: number): number {
  if (panel.kind === 'table' || panel.kind === 'map') return MOST_LINES * 2;
  if (panel.kind === 'number') return Math.floor((MOST_LINES * 2) / MOST_NUMBERS);
  return panel.kind === 'bar' ? panel.categories.length + 4 : (MOST_LINES * 2) / small;
}
