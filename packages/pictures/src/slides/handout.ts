import { countsFor } from '@article21/answers';
import { citedOf, type Words } from '@article21/messages';
import { handoutTexts, quotedOfEach } from '@article21/messages/dataset';
import type { Counts } from '@article21/model';
import type { DocumentPage, PdfText, VectorRenderer } from '@article21/render';
import { pictureTexts } from '../picture/picture-texts.ts';
import { heightOf, inColumns, type Paragraph, TEXT } from './columns.ts';
import type { DeckSubject, DeckView } from './deck.ts';
import { chartsOf } from './handout-picture.ts';
import { quotedMeasures } from './quotations.ts';

/** A4, lying: pixels of 1/96 inch. */
const PAGE = { width: 1123, height: 794 } as const;
const MARGIN = 40;
const WIDTH = PAGE.width - 2 * MARGIN;
const FOOT = { y: PAGE.height - 28, size: TEXT.size } as const;
const BOTTOM = FOOT.y - 18;
const GAP = 18;
/** What a chart takes of the page at least. */
const LEAST_CHART = 400;

const INK = '#1a1a1a';
const MUTED = '#595959';
const LINK = '#12436d';

/**
 * A presentation on paper: a page for each view, with its chart as `/chart.pdf` draws it and below that the notes as they
 * were typed, quotations and sources. What has no room there goes on on a further page, so that nothing is left out.
 */
export async function drawHandout(
  { views, words, baseUrl }: DeckSubject,
  renderer: Pick<VectorRenderer, 'document'>,
): Promise<Uint8Array> {
  const document = renderer.document({ title: titleOf(views, words), language: words.language });
  for (const [i, view] of views.entries()) {
    const progress = words.fill(words.ui.present.progress, {
      n: words.number(i + 1),
      all: words.number(views.length),
    });
    const around = { words: words.of(view.loaded.vocabulary), baseUrl, progress };
    for (const page of await pagesOf(view, around)) document.add(page);
  }
  return document.bytes();
}

/** In the file's properties nothing says that a title is a reader's. */
function titleOf(views: readonly DeckView[], words: Words): string {
  const [only, ...others] = views;
  if (!only || others.length > 0 || only.query.title !== null)
    return `${words.ui.present.title}. ${words.ui.site}`;
  return pictureTexts(only.query, countsFor(only.query, only.loaded), {
    loaded: only.loaded,
    words,
    baseUrl: '',
  }).headline;
}

interface Around {
  words: Words;
  baseUrl: string;
  progress: string;
}

async function pagesOf(view: DeckView, around: Around): Promise<DocumentPage[]> {
  const { words, baseUrl, progress } = around;
  const { query, loaded } = view;
  const counts = countsFor(query, loaded);
  const [, permalink] = pictureTexts(query, counts, { loaded, words, baseUrl }).below;
  const paragraphs = await paragraphsOf(view, counts, permalink, around);
  const room = { x: MARGIN, y: MARGIN, width: WIDTH, height: BOTTOM - MARGIN };
  const texts = heightOf(paragraphs, WIDTH, room.height - LEAST_CHART - GAP);
  const wanted = Math.floor(texts === null ? LEAST_CHART : room.height - GAP - texts);
  const charts = await chartsOf(view, { ...room, most: room.height, wanted }, { words, baseUrl });
  const last = charts.at(-1);
  const bottom = last ? last.part.box.y + last.part.box.height + GAP : MARGIN;
  const below = { ...room, y: bottom, height: Math.max(0, BOTTOM - bottom) };
  const [beside = [], ...others] = inColumns(paragraphs, WIDTH, (page) => (page === 0 ? below : room));
  const foot = footOf(progress, permalink);
  return [
    ...charts.map(({ part }) => ({
      ...PAGE,
      parts: [part, ...(part === last?.part ? beside.map(textOf) : []), ...foot],
    })),
    ...others.map((it) => ({ ...PAGE, parts: [...it.map(textOf), ...foot] })),
  ];
}

async function paragraphsOf(
  { query, notes, loaded }: DeckView,
  counts: Counts,
  permalink: string,
  { words, baseUrl }: Around,
): Promise<Paragraph[]> {
  const { present, nav } = words.ui;
  const { sources, meta } = loaded.snapshot.catalogue;
  const quoted = await quotedMeasures(query, counts, quotedOfEach(query.measure.length), { loaded, words });
  const { cited } = citedOf(sources, counts.sources);
  const subject = { tree: loaded.tree, sources, words, own: meta.language };
  const texts = handoutTexts(quoted, cited, subject);
  const typed = notes.split('\n').map((line) => line.trimEnd());
  const more = (text: string | null, link: string): Paragraph[] =>
    text === null ? [] : [{ role: 'P', text: `${text} ${link}`, link }];
  const page = (path: string) => `${baseUrl}${path}?lang=${words.language}&snapshot=${loaded.id}`;
  return [
    ...under(present.notes, notes.trim() === '' ? [] : typed.map((text) => ({ role: 'P' as const, text }))),
    ...under(
      present.quotations,
      texts.quotations.flatMap(({ heading, records, more: others }) => [
        ...(heading === null ? [] : [{ role: 'P' as const, text: heading, bold: true }]),
        ...records.map((text) => ({ role: 'P' as const, text })),
        ...more(others, permalink),
      ]),
    ),
    ...under(nav.sources, [
      ...texts.sources.map(({ id, text }) => ({
        role: 'P' as const,
        text,
        link: page(`/sources/${encodeURIComponent(id)}`),
      })),
      ...more(texts.moreSources, page('/sources')),
    ]),
  ];
}

/** Paragraphs under a heading; neither of them where there is none. */
function under(heading: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.length === 0 ? [] : [{ role: 'H2', text: heading }, ...paragraphs];
}

function textOf({ role, bold, link, lines }: ReturnType<typeof inColumns>[number][number]): PdfText {
  const colour = link === undefined ? INK : LINK;
  const leads = link === undefined ? {} : { link };
  return {
    kind: 'text',
    role,
    lines,
    size: TEXT.size,
    bold: role === 'H2' || (bold ?? false),
    colour,
    ...leads,
  };
}

/** Which slide it is, and where its numbers stand for ever. */
function footOf(progress: string, permalink: string): PdfText[] {
  const style = { kind: 'text', role: 'P', size: FOOT.size, colour: MUTED } as const;
  return [
    { ...style, lines: [{ text: `${progress} · ${permalink}`, x: MARGIN, y: FOOT.y }], link: permalink },
  ];
}
