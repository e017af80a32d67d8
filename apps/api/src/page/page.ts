import { endpoints, problems } from '@article21/contract';
import { sitePath } from '@article21/pages';
import { html } from 'hono/html';
import { endpointSection } from './endpoint.ts';
import { layout } from './layout.ts';

type Html = ReturnType<typeof html>;

export interface ApiPage {
  baseUrl: string;
  version: string;
  style: string;
}

/** The page that documents the API: made from the contract, without scripts. */
export async function writePage({ baseUrl, version, style }: ApiPage): Promise<string> {
  const site = sitePath(baseUrl);
  const sections = Object.entries(endpoints).map(([name, endpoint]) => endpointSection(name, endpoint, site));
  return layout(
    'API · Article 21',
    style,
    html`<header>
<p class="site"><a href="${baseUrl}/">Article 21</a></p>
<h1>The numbers, as data</h1>
<p class="lead">Every chart of this site is drawn from these addresses. They are for reading, need no key, and may be
called from any page. The same query draws a chart, its table and the list of records behind it.</p>
<p><a href="${baseUrl}/openapi.json">OpenAPI 3.1 description</a> <span class="quiet">version ${version}</span></p>
</header>
<nav aria-label="Addresses"><ul>${links(site)}</ul></nav>
<main>
${programs(baseUrl)}
${sections}
${rules()}
${problemSection()}
</main>`,
  );
}

function links(site: string): Html[] {
  return Object.entries(endpoints).map(
    ([name, { path, summary }]) =>
      html`<li><a href="#${name}"><code>${site}${path}</code></a> <span>${summary}</span></li>`,
  );
}

/** How a table is read by the programs that most people calculate with. */
function programs(baseUrl: string): Html {
  const counts = `${baseUrl}/api/v1/counts.csv?measure=detentions&by=place`;
  const records = `${baseUrl}/api/v1/records.csv?measure=detentions`;
  const python = `import pandas as pd

counts = pd.read_csv("${counts}")
counts = counts[counts["part"] == "row"]    # without totals
records = pd.read_csv("${records}", parse_dates=["from", "to"])`;
  const r = `library(readr)

counts <- read_csv("${counts}")
counts <- subset(counts, part == "row")    # without totals
records <- read_csv("${records}")`;
  const shell = `curl -o records.csv "${records}"`;
  return html`<section id="programs">
<h2>Read it into a program</h2>
<p>An empty cell is what no source states, never zero: pandas and R read it as a missing value.</p>
<h3>Python</h3>
<pre tabindex="0"><code>${python}</code></pre>
<h3>R</h3>
<pre tabindex="0"><code>${r}</code></pre>
<h3>A shell</h3>
<pre tabindex="0"><code>${shell}</code></pre>
</section>`;
}

function rules(): Html {
  return html`<section id="rules">
<h2>What holds for all of them</h2>
<dl>
<dt>No record is not the number zero</dt>
<dd>A group without any record is absent from an answer. What sources leave open stays open: <code>high</code> is null
where no upper bound is stated, and <code>unnumbered</code> counts reports without a number.</dd>
<dt>An answer can be cited</dt>
<dd>With <code>snapshot=</code> an address answers the same bytes for ever. Without it, the current snapshot answers, and
an <code>ETag</code> tells whether anything changed.</dd>
<dt>Nothing is guessed</dt>
<dd>An unknown or repeated key, an unknown value or a period that ends before it begins is refused, and the answer names
what is known.</dd>
</dl>
</section>`;
}

function problemSection(): Html {
  const rows = Object.entries(problems).map(
    ([kind, { status, title }]) =>
      html`<tr id="${kind}"><td><code>${kind}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return html`<section id="problems">
<h2>When a request is refused</h2>
<p>The answer is <code>application/problem+json</code> (RFC 9457). Its <code>issues</code> name each key that could not be
read, what it said, and how to mend it.</p>
<div class="wide"><table>
<thead><tr><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
</section>`;
}
