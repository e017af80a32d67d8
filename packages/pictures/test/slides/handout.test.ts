import type { LoadedSnapshot } from '@article21/answers';
import { endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import { createRenderer, type DocumentPage, type VectorRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawHandout, readViews } from '../../src/index.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

let loaded: LoadedSnapshot;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

const baseUrl = 'https://example.org';
const show = (rows: unknown) => Buffer.from(JSON.stringify(rows)).toString('base64url');

/** The pages as they are given to the renderer, which is a matter of its own. */
async function pagesOf(rows: readonly (readonly string[])[], lang: Language = 'en', shown = loaded) {
  const search = new URLSearchParams({ lang, show: show(rows) });
  const views = readViews(search, endpoints.chartPdf).map((view) => ({ ...view.read(shown), loaded: shown }));
  const pages: DocumentPage[] = [];
  const document: VectorRenderer['document'] = () => ({
    add: (page) => void pages.push(page),
    bytes: () => new Uint8Array(),
  });
  await drawHandout({ views, words: words(lang), baseUrl }, { document });
  return pages.map(({ parts, ...page }) => ({ ...page, parts, ...textsOf(parts) }));
}

function textsOf(parts: DocumentPage['parts']) {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part] : []));
  const text = texts.map(({ lines }) => lines.map((line) => line.text).join(' ')).join('\n');
  return { texts, text, pictures: parts.flatMap((part) => (part.kind === 'picture' ? [part] : [])) };
}

describe.each(languages)('in %s, a page of a handout', (lang) => {
  it('has the chart with what it says, notes as typed, quotations, sources, and where all that stands', async () => {
    const said = words(lang).ui;
    const [page, ...others] = await pagesOf(
      [['measure=detentions', '', 'Slowly.\n\nOnce  more: (5).']],
      lang,
    );
    expect(others).toEqual([]);
    expect(page?.pictures[0]?.frame.description).toContain('15');
    const headings = page?.texts.filter(({ role }) => role === 'H2').map(({ lines }) => lines[0]?.text);
    expect(headings).toEqual([said.present.notes, said.present.quotations, said.nav.sources]);
    expect(page?.text).toContain('Slowly.\n\nOnce more: (5).');
    expect(page?.text).toContain('After the rally about ten people were detained');
    const links = page?.texts.flatMap(({ link }) => link ?? []) ?? [];
    expect(links.some((it) => it.startsWith(`${baseUrl}/sources/`) && it.includes(loaded.id))).toBe(true);
    expect(links.at(-1)).toContain(`${baseUrl}/?measure=detentions`);
    expect(page?.text).toContain(words(lang).fill(said.present.progress, { n: '1', all: '1' }));
  });
});

describe('a handout', () => {
  it('quotes a few records of each measure, and says how many more there are and where', async () => {
    const [page] = await pagesOf([['measure=rejected_applications&by=place']]);
    const quoted = page?.text.split('\n').filter((it) => it.includes('“')) ?? [];
    expect(quoted).toHaveLength(4);
    // An address that is longer than a line is broken; its link is whole.
    const more = page?.texts.find(({ lines }) => lines[0]?.text.startsWith('And 8 more records: https:'));
    expect(more?.link).toContain(`${baseUrl}/?measure=rejected_applications`);
    const many = await pagesOf([['measure=rejected_applications,detentions,fines,arrest_days,warnings']]);
    const headings = many.map(({ text }) => text).join('\n');
    for (const id of ['rejected_applications', 'detentions', 'fines', 'arrest_days'] as const)
      expect(headings).toContain(words('en').measure(id).panel);
  });

  it('loses nothing of long notes, and puts nothing over anything else', async () => {
    const sentences = Array.from({ length: 34 }, (_, i) => `Sentence ${i} of the notes.`).join(' ');
    const lines = 'line\n'.repeat(199);
    for (const notes of [sentences, lines]) {
      const pages = await pagesOf([['measure=detentions', '', notes]]);
      const all = pages.map(({ text }) => text).join(' ');
      for (const word of notes.split(/\s+/).filter(Boolean)) expect(all).toContain(word);
      expect(all.match(/\bline\b/g)?.length ?? 0).toBe(notes === lines ? 199 : 0);
      for (const { texts, pictures, height } of pages) {
        const bottom = Math.max(0, ...pictures.map(({ box }) => box.y + box.height));
        const places = texts.flatMap((it) => it.lines.map(({ x, y }) => `${x} ${Math.round(y / 4)}`));
        expect(new Set(places).size).toBe(places.length);
        for (const { y } of texts.flatMap((it) => it.lines)) {
          expect(y).toBeGreaterThan(bottom);
          expect(y).toBeLessThan(height - 20);
        }
      }
    }
  });

  it('has a page for each measure where all of them together could not be read', async () => {
    const pages = await pagesOf([['chart=calendar']]);
    const pictures = pages.flatMap((page) => page.pictures);
    expect(pictures).toHaveLength(4);
    for (const { box, frame } of pictures) {
      expect(box.width / frame.width).toBeGreaterThan(0.6);
      expect(box.y + box.height).toBeLessThan(760);
    }
    expect(pages.flatMap(({ texts }) => texts.filter(({ role }) => role === 'H2'))).toHaveLength(2);
  });

  it('has all of its page for four measures that can be read there, and their texts on the next', async () => {
    const [first, second, ...others] = await pagesOf([['by=place']]);
    expect(others).toEqual([]);
    expect(first?.pictures.map(({ frame }) => frame.description.includes('Not drawn'))).toEqual([false]);
    expect([first?.texts.length, second?.pictures]).toEqual([1, []]);
  });

  it('numbers its views, each at its own address, and keeps the words of internal sources back', async () => {
    const { catalogue } = loaded.snapshot;
    const sources = catalogue.sources.map((source) => ({ ...source, visibility: 'internal' as const }));
    const snapshot = Object.assign(Object.create(loaded.snapshot), { catalogue: { ...catalogue, sources } });
    const shown = { ...loaded, snapshot };
    const [first, second] = await pagesOf([['measure=detentions'], ['measure=fines']], 'en', shown);
    expect(first?.text).toContain('1 of 2 · https://example.org/?measure=detentions');
    expect(second?.text).toContain('2 of 2 · https://example.org/?measure=fines');
    expect(first?.text).toContain('withheld: internal source');
    expect(`${first?.text}${second?.text}`).not.toContain('“');
  });

  it('is the same bytes again', async () => {
    const search = new URLSearchParams({ show: show([['measure=detentions', 'Заголовок', 'Notes']]) });
    const views = readViews(search, endpoints.chartPdf).map((view) => ({ ...view.read(loaded), loaded }));
    const subject = { views, words: words('kk'), baseUrl };
    const first = await drawHandout(subject, createRenderer());
    expect(await drawHandout(subject, createRenderer())).toEqual(first);
  });
});
