import type { Words } from '@article21/messages';
import { dayRead, quantities, rowName } from '@article21/messages/dataset';
import {
  type CitedRow,
  type Evidence,
  type EvidenceLink,
  isWithheld,
  type PlaceTree,
  quotedParts,
  type RestrictionRecord,
  webLink,
} from '@article21/model';
import { element } from './element.ts';
import { sitePath } from './site-path.ts';

/** What a card needs to know beside its record. */
export interface Known {
  places: PlaceTree;
  snapshot: string | null;
  publisher(source: string): string;
  /** The name that a source's table has in its workbook; null where it has none. */
  sheet(source: string): string | null;
  words: Words;
}

/** A record: what happened, where and when, the words that say so, and the way to it. */
export function recordCard(record: RestrictionRecord, known: Known): HTMLElement {
  const { places, snapshot, words } = known;
  const name = words.rowName(record.place, places);
  const where = [words.kind[record.kind], name, words.when(record)].join(' · ');
  const stated = quantities(record, words).map((it) => `${it} · `);
  const link = element('a', { target: '_blank', rel: 'noopener', textContent: words.ui.page.permalink });
  const asked = new URLSearchParams({ lang: words.language, ...(snapshot === null ? {} : { snapshot }) });
  link.href = `${sitePath}/records/${encodeURIComponent(record.id)}?${asked}`;
  return element(
    'article',
    {},
    element('h3', { textContent: where }),
    ...record.evidence.map((it) => evidenceOf(it, known)),
    element('p', { className: 'quiet' }, ...stated, link),
  );
}

function evidenceOf(evidence: Evidence, known: Known): HTMLElement {
  const { publisher, words } = known;
  if (isWithheld(evidence))
    return element('p', { className: 'quiet', textContent: words.ui.evidence.withheld });
  const by = publisher(evidence.source);
  if (evidence.kind === 'link') return notQuoted(evidence, by, words);
  if (evidence.kind === 'row') return tableRow(evidence, by, known);
  return element(
    'div',
    {},
    element('blockquote', {}, ...emphasised(evidence.quote ?? '', evidence.stated)),
    element('p', { className: 'quiet', textContent: by }),
  );
}

/** The cited row among those next to it. */
function tableRow(cited: CitedRow, by: string, { sheet, words }: Known): HTMLElement {
  const { columns, stated, table } = cited;
  const name = rowName(cited, { sheet: sheet(cited.source) }, words);
  const cell = (text: string, isCited: boolean) => {
    const found = element('td', {}, ...emphasised(text, isCited ? stated : null));
    if (isCited) found.dataset.cited = '';
    return found;
  };
  const rows = (table?.rows ?? []).map(({ row, cells }) => {
    const isRow = row === cited.row;
    const named = (table?.header ?? []).map((column, i) =>
      cell(cells[i] ?? '', isRow && (columns.length === 0 || columns.includes(column))),
    );
    const found = element('tr', {}, element('th', { scope: 'row', textContent: String(row) }), ...named);
    if (isRow) found.ariaCurrent = 'true';
    return found;
  });
  const names = [words.ui.evidence.rowNumber, ...(table?.header ?? [])];
  const header = names.map((textContent) => element('th', { scope: 'col', textContent }));
  return element(
    'div',
    {},
    element(
      'section',
      { className: 'cited-row', tabIndex: 0, ariaLabel: name },
      element('table', {}, element('thead', {}, element('tr', {}, ...header)), element('tbody', {}, ...rows)),
    ),
    element('p', { className: 'quiet', textContent: `${name} · ${by}` }),
  );
}

function notQuoted({ url, archive, ...link }: EvidenceLink, by: string, words: Words): HTMLElement {
  const { notQuoted: mark, archived } = words.ui.evidence;
  const to = (address: string | null, text: string) => {
    const href = webLink(address);
    return href === null
      ? []
      : [' · ', element('a', { href, target: '_blank', rel: 'noopener noreferrer', textContent: text })];
  };
  return element(
    'p',
    {},
    element('strong', { textContent: mark }),
    ...to(url, url ?? ''),
    ` · ${dayRead({ url, archive, ...link }, words)}`,
    ...to(archive, archived),
    ` · ${by}`,
  );
}

function emphasised(text: string, stated: string | null): (HTMLElement | string)[] {
  return quotedParts(text, stated).map((part) =>
    part.stated ? element('mark', { textContent: part.text }) : part.text,
  );
}
