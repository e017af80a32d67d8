import type { Words } from '@article21/messages';
import { quantities } from '@article21/messages/dataset';
import { type Evidence, type PlaceTree, quotedParts, type RestrictionRecord } from '@article21/model';
import { element } from './element.ts';
import { sitePath } from './site-path.ts';

/** What a card needs to know beside its record. */
export interface Known {
  places: PlaceTree;
  snapshot: string | null;
  publisher(source: string): string;
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
    ...record.evidence.map((it) => quotation(it, known)),
    element('p', { className: 'quiet' }, ...stated, link),
  );
}

function quotation({ quote, stated, source }: Evidence, { publisher, words }: Known): HTMLElement {
  if (quote === null) return element('p', { className: 'quiet', textContent: words.ui.evidence.withheld });
  const parts = quotedParts(quote, stated).map(({ text, stated: marked }) =>
    marked ? element('mark', { textContent: text }) : text,
  );
  return element(
    'div',
    {},
    element('blockquote', {}, ...parts),
    element('p', { className: 'quiet', textContent: publisher(source) }),
  );
}
