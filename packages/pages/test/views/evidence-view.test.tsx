import type { SnapshotAnswer, SourceAnswer } from '@article21/contract/client';
import { words } from '@article21/messages';
import { type Evidence, emptyQuery, type Language, languages, type TableRows } from '@article21/model';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noPageState, type PageState } from '../../src/address/index.ts';
import { serverAddresses } from '../../src/page/addresses.ts';
import { siteOf } from '../../src/page/site.tsx';
import { EvidenceView } from '../../src/views/evidence-view.tsx';
import { addressesOf, citedRowsOf, SiteContext, SourceView } from '../../src/views/index.ts';
import { SourceList } from '../../src/views/source-list.tsx';
import { record } from '../record.ts';

const table: TableRows = {
  header: ['day', 'people'],
  rows: [
    { row: 16, cells: ['1 May', '3'] },
    { row: 17, cells: ['2 May', 'about 10 <people>'] },
    { row: 18, cells: ['3 May'] },
  ],
};
const row: Evidence = { kind: 'row', source: 's', row: 17, columns: ['people'], stated: 'about 10', table };
const link: Evidence = {
  ...{ kind: 'link', source: 's', url: 'https://news.example/1', accessed: '2026-11-29' },
  archive: 'https://archive.example/1',
};
const sources = [{ id: 's', kind: 'table' as const, title: 'A list', publisher: 'A monitor', sheet: 'May' }];

function htmlOf(view: ReactNode, language: Language = 'en', state: Partial<PageState> = {}): string {
  const site = siteOf({
    ...{ route: { page: 'charts' as const }, query: { ...emptyQuery, lang: language }, issues: [] },
    ...{ state: { ...noPageState, ...state }, words: words(language), ownLanguage: 'en', places: null },
    addresses: serverAddresses('https://site.example'),
  });
  return renderToStaticMarkup(<SiteContext value={site}>{view}</SiteContext>);
}

const shown = (evidence: Evidence, language?: Language) =>
  htmlOf(<EvidenceView evidence={evidence} record="r-1" sources={sources} />, language);

describe('evidence of a record', () => {
  it('that is a row stands among its neighbours, its cited cells and stated words marked', () => {
    const html = shown(row);
    expect(html).toContain('<th scope="col">Row</th><th scope="col">day</th><th scope="col">people</th>');
    expect(html).toContain(
      '<tr aria-current="true"><th scope="row">17</th><td>2 May</td>' +
        '<td data-cited="true"><mark>about 10</mark> &lt;people&gt;</td></tr>',
    );
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html.match(/data-cited/g)).toHaveLength(1);
    expect(html).toContain('Sheet “May”, row 17');
    expect(html).toContain('href="/sources/s?lang=en&amp;record=r-1&amp;row=17"');
  });

  it('that is an address is marked as not quoted, in every language', () => {
    for (const language of languages) {
      const html = shown(link, language);
      expect(html).toContain(words(language).ui.evidence.notQuoted);
      expect(html).toContain('<a href="https://news.example/1" rel="noreferrer">');
      expect(html).toContain('<a href="https://archive.example/1" rel="noreferrer">');
      expect(html).toContain('2026');
      expect(html).not.toContain('blockquote');
    }
  });

  it('of an internal source is withheld, whatever it is', () => {
    const withheld: Evidence[] = [
      { kind: 'row', source: 's', row: null, columns: [], stated: null, table: null },
      { kind: 'link', source: 's', url: null, accessed: null, archive: null },
    ];
    for (const it of withheld)
      expect(shown(it)).toBe(`<p class="record-withheld">${words('en').ui.evidence.withheld}</p>`);
  });
});

const source: SourceAnswer = {
  ...{
    id: 's',
    title: 'A list',
    publisher: 'A monitor',
    date: null,
    url: null,
    language: 'en',
    rights: 'Free',
  },
  ...{ kind: 'table', visibility: 'public', sheet: null, text: null },
  table: { header: table.header, headerRow: 1, lastRow: 340 },
};

describe('the page of a source', () => {
  it('that is a table shows a part of it, the ways to the others, and what each row states', () => {
    const cited = citedRowsOf(
      [record({ evidence: [row] }), record({ id: 'r-2', evidence: [row, link] })],
      's',
    );
    const view = <SourceView source={source} passages={[]} whole rows={table} cited={cited} />;
    const html = htmlOf(view, 'en', { row: 117 });
    for (const part of ['1–100', '201–300', '301–340']) expect(html).toContain(part);
    expect(html).toContain('<strong>101–200 </strong>');
    expect(html).toContain('row=201">201–300');
    expect(html).toMatch(/record=r-1&amp;row=17" title="2 records">17<\/a>/);
  });

  it('that is links says that nothing is quoted, and lists the addresses', () => {
    const addresses = addressesOf([record({ evidence: [row, link] })], 's');
    const view = (
      <SourceView
        source={{ ...source, kind: 'links', table: null }}
        {...{ passages: [], whole: true, addresses }}
      />
    );
    expect(htmlOf(view)).toContain(words('en').ui.evidence.linksOnly);
    expect(htmlOf(view)).toContain('<a href="https://news.example/1" rel="noreferrer">');
    expect(htmlOf(view)).toContain('/records/r-1');
  });

  it('that is internal is withheld, whatever it is', () => {
    for (const kind of ['text', 'table', 'links'] as const) {
      const internal = { ...source, kind, visibility: 'internal' as const, table: null };
      expect(htmlOf(<SourceView source={internal} passages={[]} whole />)).toContain('record-withheld');
    }
  });
});

it('a list of sources tells the links of a table, which nothing is quoted of, from the table of the same title', () => {
  const links = { id: 's-links', kind: 'links' as const, title: 'A list', publisher: 'A monitor' };
  const all = [...sources, links].map((it) => ({ ...it, date: '2012', url: null, language: 'en' as const }));
  const items = htmlOf(<SourceList sources={all as SnapshotAnswer['sources']} />)
    .split('<li>')
    .slice(1);
  expect(items.map((it) => it.includes('not quoted'))).toEqual([false, true]);
});
