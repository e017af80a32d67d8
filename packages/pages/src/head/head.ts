import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { words as wordsOf } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import type { PageSubject } from '../page/subject.ts';
import { datasetOf, type Html } from './dataset.ts';

/** What is said of a page where it is linked. */
export interface HeadTexts {
  title: string;
  description: string;
  /** What it is called on a card, where its title has words that a reader typed. */
  called?: string;
}

const CARD = { width: 1200, height: 630 } as const;
/** What search engines and cards show of a description. */
const LONGEST = 300;

/** Title, description and what cards and search engines read. Absolute addresses are made by `addresses` alone. */
export async function headOf(
  subject: PageSubject,
  { title, description, called = title }: HeadTexts,
): Promise<Html> {
  const { words } = subject;
  const name = title === '' ? words.ui.site : `${title.replace(/\.$/, '')} · ${words.ui.site}`;
  const short = shortened(description);
  return html`<title>${name}</title>
<meta name="description" content="${short}">
<meta property="og:site_name" content="${words.ui.site}">
<meta property="og:type" content="${subject.route.page === 'charts' ? 'website' : 'article'}">
<meta property="og:title" content="${called === '' ? words.ui.site : called}">
<meta property="og:description" content="${short}">
<meta property="og:locale" content="${ogLocale(words.language)}">
${subject.issues.length > 0 || subject.route.page === 'search' ? html`<meta name="robots" content="noindex">` : ''}${links(subject)}${card(subject, short)}${datasetOf(subject)}`;
}

/** Where the page stands for good, and in which other languages. */
async function links(subject: PageSubject): Promise<Html> {
  const { route, query, addresses, words } = subject;
  // Colours make no other page, and what is said in no language is answered in the reader's.
  const own = { ...query, theme: null };
  const canonical = addresses.absolute(pageAddress(route, own));
  if (canonical === null) return html``;
  const alternates = languages.map((lang) => {
    const address = addresses.absolute(pageAddress(route, { ...own, lang }));
    return html`<link rel="alternate" hreflang="${lang}" href="${address}">
`;
  });
  const anyLanguage = addresses.absolute(pageAddress(route, { ...own, lang: null }));
  const others = languages.filter((it) => it !== words.language);
  return html`<link rel="canonical" href="${canonical}">
<meta property="og:url" content="${canonical}">
${others.map(
  (it) => html`<meta property="og:locale:alternate" content="${ogLocale(it)}">
`,
)}${alternates}<link rel="alternate" hreflang="x-default" href="${anyLanguage}">
${oembed(subject)}`;
}

/** Where others ask how the chart is embedded (oEmbed); only charts are. */
async function oembed({ route, query, addresses, words }: PageSubject): Promise<Html> {
  if (route.page !== 'charts') return html``;
  const url = addresses.absolute(pageAddress(route, { ...query, lang: words.language }));
  const address = url === null ? null : addresses.absoluteFile(paths.oembed({ url }));
  if (address === null) return html``;
  return html`<link rel="alternate" type="application/json+oembed" href="${address}" title="${words.ui.filter.chart}">
`;
}

/** The picture of a card; other pages than charts have none of their own. */
async function card({ route, query, words, addresses, loaded }: PageSubject, alt: string): Promise<Html> {
  if (route.page !== 'charts') return html`<meta name="twitter:card" content="summary">`;
  // Whoever sees the card sees no page beside it: it has no words but the program's.
  const chart = { ...resolveQuery(query), title: null, lang: words.language };
  const picture = (snapshot: string | null) =>
    addresses.absoluteFile(paths.chartPng({ ...chart, ...CARD, snapshot }));
  // Cards are kept for weeks by those who show them: other numbers need another address. A mirror has one version.
  const image = picture(loaded.id) ?? picture(query.snapshot);
  if (image === null) return html`<meta name="twitter:card" content="summary">`;
  return html`<meta name="twitter:card" content="summary_large_image">
<meta property="og:image" content="${image}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${CARD.width}">
<meta property="og:image:height" content="${CARD.height}">
<meta property="og:image:alt" content="${alt}">
`;
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))} …`;
}

/** A language as Open Graph names it: `kk_KZ`. */
function ogLocale(language: Language): string {
  return wordsOf(language).locale.replace('-', '_');
}
