import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { publishersOf, words as wordsOf } from '@article21/messages';
import { languages, type QueryIssue } from '@article21/model';
import { html } from 'hono/html';
import { type PageRoute, pageAddress } from '../address/index.ts';
import { local, localOf } from './local.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/** What stands around every page: the same elements and classes as in the program that takes over. */
export async function framed(subject: PageSubject, content: Html): Promise<Html> {
  const { words } = subject;
  return html`<a class="skip" href="#content">${words.ui.skip}</a>${await header(subject, await local(subject.served.snapshot.catalogue.meta, 'title', subject))}<main id="content">${await notices(subject)}${content}</main>${await footer(subject)}`;
}

type Here = Pick<PageSubject, 'query' | 'words' | 'addresses'> & { route: PageRoute | null };

/** The name of the site and of the data, the pages, the language and the colours. Without data, `title` is null. */
export async function header(here: Here, title: Html | null): Promise<Html> {
  const { query, words, addresses } = here;
  const route = here.route ?? ({ page: 'charts' } as const);
  const link = (page: 'charts' | 'sources' | 'methods' | 'data' | 'presentation', text: string) => {
    const isHere = here.route !== null && (page === route.page || (page === 'sources' && 'id' in route));
    const address = addresses.page(pageAddress({ page }, query));
    const current = isHere ? html` aria-current="page"` : '';
    // What is in a presentation only the program knows.
    const later = page === 'presentation' ? html` class="first-later"` : '';
    return html`<a href="${address}"${later}${current}>${text}</a>`;
  };
  const { nav } = words.ui;
  const other = languages.map((code) => {
    const current = code === words.language ? html` aria-current="true"` : '';
    const address = addresses.page(pageAddress(route, { ...query, lang: code }));
    return html`<a lang="${code}" hreflang="${code}" href="${address}" title="${wordsOf(code).name}"${current}>${wordsOf(code).abbreviation}</a>`;
  });
  return html`<header class="header"><div class="brand">${link('charts', words.ui.site)}${title === null ? '' : html`<span class="brand-data">${title}</span>`}</div><nav class="header-nav" aria-label="${words.ui.site}">${link('charts', nav.charts)}${link('sources', nav.sources)}${link('methods', nav.methods)}${link('presentation', words.ui.present.present)}${link('data', nav.data)}</nav><div class="header-choices"><nav class="languages" aria-label="${words.ui.language}">${other}</nav>${themeChoice(here)}</div></header>`;
}

/** Without scripts nobody knows which theme the system has, so both are offered. */
function themeChoice({ route, query, words, addresses }: Here) {
  const { theme } = query;
  const page = route ?? ({ page: 'charts' } as const);
  const to = (it: 'light' | 'dark', text: string) =>
    it === theme
      ? ''
      : html`<a class="quiet theme-${it}" href="${addresses.page(pageAddress(page, { ...query, theme: it }))}">${text}</a>`;
  return [to('dark', words.ui.theme.toDark), to('light', words.ui.theme.toLight)];
}

async function notices({
  issues,
  older,
  otherDataset,
  query,
  route,
  words,
  addresses,
  served,
}: PageSubject): Promise<Html> {
  const { ui } = words;
  const unread = issues.map((issue) => html`<li>${issueText(issue, words)}</li>`);
  return html`${
    issues.length > 0
      ? html`<section class="notice" aria-label="${ui.state.unreadable}"><p class="notice-title">${ui.state.unreadable}</p><ul>${unread}</ul></section>`
      : ''
  }${
    older || otherDataset !== undefined
      ? html`<section class="notice older" aria-label="${ui.footer.snapshot}">${otherDataset === undefined ? words.fill(ui.tools.older, { snapshot: served.id }) : words.fill(ui.tools.otherDataset, { snapshot: served.id, title: localOf(served.snapshot.catalogue.meta, 'title', { served, words }).text, current: otherDataset })} <a href="${addresses.page(pageAddress(route, { ...query, snapshot: null }))}">${ui.page.failure.current}</a></section>`
      : ''
  }`;
}

function issueText({ code, key, message, stated, hint }: QueryIssue, words: PageSubject['words']) {
  // Of a list, the one value that was not understood.
  const named = (code === 'unknown_value' && /^unknown \w+: (.*)$/.exec(message)?.[1]) || stated;
  const known = /^known: (.*)$/.exec(hint)?.[1];
  const text = words.fill(words.ui.page.issue[code], { key, stated: named });
  return html`${text}${known ? html`<span class="notice-hint"> ${words.fill(words.ui.page.known, { known })}</span>` : ''}`;
}

async function footer({ query, words, addresses, served }: PageSubject): Promise<Html> {
  const { footer: texts } = words.ui;
  const { meta, sources } = served.snapshot.catalogue;
  const asked = { ...resolveQuery(query), lang: words.language, chart: null, theme: null, title: null };
  const file = (address: string, name: string) => {
    const written = addresses.file(address);
    return written === null ? '' : html`<a href="${written}">${name}</a> `;
  };
  const { listed, more } = publishersOf(sources, words, meta.language);
  const list = addresses.page(pageAddress({ page: 'sources' }, query));
  const publishers = listed.map(({ name: { text, language }, documents, only }, i) => {
    const to = only === null ? list : addresses.page(pageAddress({ page: 'source', id: only }, query));
    const name = language === words.language ? text : html`<span lang="${language}">${text}</span>`;
    return html`${i > 0 ? '; ' : ''}<a href="${to}">${name}${documents}</a>`;
  });
  const others = more === null ? '' : html`; <a href="${list}">${more}</a>`;
  const data = addresses.page(pageAddress({ page: 'data' }, query));
  const api = addresses.file('/api');
  return html`<footer class="footer"><p>${texts.datasetSources}: ${publishers}${others}</p><ul class="footer-list"><li>${texts.snapshot} <a href="${data}">${served.id.slice(0, 15)}</a></li><li>${texts.licence} ${meta.licenses.map(({ name }) => name).join(', ')}</li><li>${texts.download} ${file(paths.countsCsv(asked), 'CSV')}${file(paths.counts(asked), 'JSON')}</li>${api === null ? '' : html`<li><a href="${api}">API</a></li>`}</ul></footer>`;
}
