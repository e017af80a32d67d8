import type { Endpoint } from '@article21/contract';
import type { ApiTexts } from '@article21/messages';
import type { Keys } from '@article21/model';
import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** How one endpoint of a site under the path `site` is asked and what it answers; what the contract says of it is in English. */
export function endpointSection(name: string, endpoint: Endpoint, site: string, texts: ApiTexts): Html {
  const { path, summary, description, mediaType, query, requests, example } = endpoint;
  const body = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return html`<section id="${name}">
<h2 lang="en">${summary}</h2>
<p class="path"><span>GET</span> <code>${site}${path}</code></p>
<p lang="en">${sentences(description)}</p>
${parameters(query, texts)}
<h3>${texts.tryIt}</h3>
<ul class="requests">${requests.map((request) => html`<li><a href="${site}${request}"><code>${site}${request}</code></a></li>`)}</ul>
<details><summary>${sentences(texts.answer.replace('{type}', `\`${mediaType}\``))}</summary>
<pre tabindex="0"><code>${body}</code></pre></details>
</section>`;
}

function parameters(keys: Keys, texts: ApiTexts): Html | string {
  const rows = Object.entries(keys).map(
    ([name, { description, choices = [] }]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td lang="en">${sentences(description)}${choicesOf(choices)}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return html`<div class="wide"><table>
<thead><tr><th scope="col">${texts.key}</th><th scope="col">${texts.meaning}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function choicesOf(choices: readonly string[]): Html | string {
  return choices.length === 0 ? '' : html` <span class="quiet">${choices.join(', ')}</span>`;
}

/** Text in which back quotes mark code. */
export function sentences(text: string): (Html | string)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
