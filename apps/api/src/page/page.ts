import { endpoints, problems } from '@article21/contract';
import { type ApiTexts, apiTexts, type Words, words as wordsOf } from '@article21/messages';
import { type Language, languages } from '@article21/model';
import { sitePath } from '@article21/pages';
import { html } from 'hono/html';
import { endpointSection, sentences } from './endpoint.ts';
import { layout } from './layout.ts';

type Html = ReturnType<typeof html>;

export interface ApiPage {
  baseUrl: string;
  version: string;
  style: string;
  language: Language;
}

/** The page that documents the API: made from the contract, without scripts, around it the words of a language. */
export async function writePage({ baseUrl, version, style, language }: ApiPage): Promise<string> {
  const site = sitePath(baseUrl);
  const [words, texts] = [wordsOf(language), (await apiTexts())[language]];
  const sections = Object.entries(endpoints).map(([name, it]) => endpointSection(name, it, site, texts));
  return layout(
    `API · ${words.ui.site}`,
    style,
    language,
    html`<header>
${siteHead(baseUrl, words)}
<h1>${texts.title}</h1>
<p class="lead">${texts.lead}</p>
<p><a href="${baseUrl}/openapi.json">${texts.openApi}</a> <span class="quiet">${words.fill(texts.version, { version })}</span></p>
</header>
<nav aria-label="${texts.addresses}">${note(texts.inEnglish)}<ul lang="en">${links(site)}</ul></nav>
<main>
${programs(baseUrl, texts)}
${sections}
${rules(texts)}
${refusals(texts)}
</main>`,
  );
}

/** The way back to the site, in the same language, and the page in the others. */
function siteHead(baseUrl: string, { language, ui }: Words): Html {
  const query = language === 'en' ? '' : `?lang=${language}`;
  const pages = { charts: '/', sources: '/sources', methods: '/methods', data: '/data' } as const;
  const known = Object.keys(pages) as (keyof typeof pages)[];
  return html`<div class="head">
<p class="site"><a href="${baseUrl}/${query}">${ui.site}</a></p>
<nav aria-label="${ui.site}">${known.map((id) => html`<a href="${baseUrl}${pages[id]}${query}">${ui.nav[id]}</a> `)}</nav>
<nav aria-label="${ui.language}">${languages.map((code) => languageLink(baseUrl, code, code === language))}</nav>
</div>`;
}

function languageLink(baseUrl: string, code: Language, isCurrent: boolean): Html {
  const { abbreviation, name } = wordsOf(code);
  const current = isCurrent ? html` aria-current="true"` : '';
  return html`<a href="${baseUrl}/api?lang=${code}" lang="${code}" hreflang="${code}" title="${name}"${current}>${abbreviation}</a> `;
}

function note(text: string): Html | string {
  return text === '' ? '' : html`<p class="quiet">${text}</p>`;
}

function links(site: string): Html[] {
  return Object.entries(endpoints).map(
    ([name, { path, summary }]) =>
      html`<li><a href="#${name}"><code>${site}${path}</code></a> <span>${summary}</span></li>`,
  );
}

/** How a table is read by the programs that most people calculate with. */
function programs(baseUrl: string, { programs: texts }: ApiTexts): Html {
  const counts = `${baseUrl}/api/v1/counts.csv?measure=detentions&by=place`;
  const records = `${baseUrl}/api/v1/records.csv?measure=detentions`;
  const python = `import pandas as pd

counts = pd.read_csv("${counts}")
counts = counts[counts["part"] == "row"]    # ${texts.withoutTotals}
records = pd.read_csv("${records}", parse_dates=["from", "to"])`;
  const r = `library(readr)

counts <- read_csv("${counts}")
counts <- subset(counts, part == "row")    # ${texts.withoutTotals}
records <- read_csv("${records}")`;
  const shell = `curl -o records.csv "${records}"`;
  return html`<section id="programs">
<h2>${texts.title}</h2>
<p>${texts.empty}</p>
<h3>Python</h3>
<pre tabindex="0"><code>${python}</code></pre>
<h3>R</h3>
<pre tabindex="0"><code>${r}</code></pre>
<h3>${texts.shell}</h3>
<pre tabindex="0"><code>${shell}</code></pre>
</section>`;
}

function rules({ rules: { title, list } }: ApiTexts): Html {
  return html`<section id="rules">
<h2>${title}</h2>
<dl>
${list.map(({ name, text }) => html`<dt>${name}</dt><dd>${sentences(text)}</dd>`)}
</dl>
</section>`;
}

function refusals({ refusals: texts, meaning }: ApiTexts): Html {
  const rows = Object.entries(problems).map(
    ([kind, { status, title }]) =>
      html`<tr id="${kind}"><td><code>${kind}</code></td><td>${status}</td><td lang="en">${title}</td></tr>`,
  );
  return html`<section id="problems">
<h2>${texts.title}</h2>
<p>${sentences(texts.text)}</p>
<div class="wide"><table>
<thead><tr><th scope="col">${texts.kind}</th><th scope="col">${texts.status}</th><th scope="col">${meaning}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
</section>`;
}
