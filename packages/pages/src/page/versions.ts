import type { Words } from '@article21/messages';
import { parseDay } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/** Every version that was published, and the way to each. */
export async function versionsOf(subject: PageSubject): Promise<Html> {
  const { served, words, texts, query, addresses, versions = [] } = subject;
  const { about } = texts;
  const lines = versions.map(({ id, version, created, records, synthetic, current }) => {
    const isShown = id === served.id;
    const to = addresses.page(pageAddress({ page: 'data' }, { ...query, snapshot: current ? null : id }));
    return html`<li><p><code>${id}</code>${current ? html`<strong> · ${about.current}</strong>` : ''}${isShown ? html`<strong> · ${about.shown}</strong>` : ''}</p><p class="versions-facts">${about.number} ${version} · ${dayText(created, words)} · ${words.plural(words.ui.evidence.records, records)}${synthetic ? ` · ${words.ui.synthetic}` : ''}</p>${isShown ? '' : html`<a href="${to}">${about.view}<span class="hidden"> ${id}</span></a>`}</li>`;
  });
  const list = lines.length > 0 ? html`<ul class="versions">${lines}</ul>` : '';
  return html`<section><h2 class="section-title">${about.versions}</h2><p>${about.versionsText}</p>${list}</section>`;
}

/** A day of the calendar in words. */
export function dayText(iso: string, words: Words): string {
  const day = parseDay(iso);
  return day === null ? iso : words.period({ from: day, to: day });
}
