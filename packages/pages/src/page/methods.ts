import { drawNotation, writtenQuantities } from '@article21/charts';
import { measureIds, printQuantity } from '@article21/model';
import { inlineColours, notationWidths } from '@article21/pictures';
import { html, raw } from 'hono/html';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';
import type { PageContent } from './write.ts';

/** What every measure counts, how doubt is written, and how words become numbers. */
export async function methodsPage(subject: PageSubject): Promise<PageContent> {
  const { words, texts, served } = subject;
  const { methods, rules } = texts;
  const title = words.ui.footer.method;
  const measures = measureIds.map((id) => {
    const { label, unit, definition, caveat } = words.measure[id];
    return html`<div><dt>${label} <span class="measure-unit">(${unit})</span></dt><dd>${definition}</dd><dd class="measure-caveat">${caveat}</dd></div>`;
  });
  const written = writtenQuantities().map(
    ({ estimate }) =>
      html`<tr><th scope="row"><code>${printQuantity(estimate)}</code></th><td>${words.count(estimate, 'detentions')}</td><td>${words.estimate(estimate, 'detentions')}</td></tr>`,
  );
  const period = words.extent(served.extent);
  const watched = served.snapshot.catalogue.coverage.length;
  const ends = [
    period === null ? methods.noExtent : words.fill(methods.extent, { period }),
    watched === 0 ? methods.unwatched : words.plural(methods.watched, watched),
    methods.undated,
    words.fill(methods.unplaced, { unplaced: words.ui.evidence.cityNotStated }),
    words.fill(methods.internal, { withheld: words.ui.evidence.withheld }),
  ];
  return {
    title,
    description: `${methods.rulesText} ${methods.notationText}`,
    content:
      await html`<div class="text-page methods"><h1>${title}</h1><section><h2 class="section-title">${words.ui.filter.measures}</h2><dl class="measure-texts">${measures}</dl></section><section><h2 class="section-title">${methods.notation}</h2><p>${methods.notationText}</p><table class="notation"><thead><tr><th scope="col">${methods.written}</th><th scope="col">${methods.means}</th><th scope="col">${methods.signs}</th></tr></thead><tbody>${written}</tbody></table></section><section><h2 class="section-title">${methods.drawn}</h2><p>${methods.drawnText}</p><p class="methods-aside">${methods.example}</p>${example(subject)}</section><section><h2 class="section-title">${methods.ends}</h2><ul class="data-end">${ends.map((end) => html`<li>${end}</li>`)}</ul></section><section><h2 class="section-title" id="rules">${methods.rules}</h2><p>${methods.rulesText}</p><ol class="rules">${rules.map((rule) => html`<li>${marked(rule)}</li>`)}</ol></section></div>`,
  };
}

/** How each way of stating a quantity is drawn; its room, where nobody had time to draw it. */
function example({ picture, words }: PageSubject) {
  if (picture)
    return html`<figure class="chart layouts" style="${inlineColours(picture.colours)}">${raw(picture.html)}</figure>`;
  const { height } = drawNotation({ words, width: notationWidths[1], theme: 'light' });
  return html`<figure class="chart" style="min-height:${height}px"></figure>`;
}

/** A text with its two marks: `**strong**`, and code between backticks. */
function marked(text: string) {
  return text
    .split(/(\*\*.+?\*\*)/)
    .map((part) =>
      part.startsWith('**') && part.length > 4
        ? html`<strong>${codes(part.slice(2, -2))}</strong>`
        : codes(part),
    );
}

function codes(text: string): (string | Html | Promise<Html>)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
