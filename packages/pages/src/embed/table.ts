import type { LoadedSnapshot } from '@article21/answers';
import type { Words } from '@article21/messages';
import type { ChartQuery, Count, Counts } from '@article21/model';
import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** More rows than a reader unfolds under a chart; all of them are at the chart's own address. */
const MOST_ROWS = 40;

/** The counts as a table, folded away: rows, what is not dated, totals. */
export function tableOf(
  counts: Counts,
  query: Pick<ChartQuery, 'from' | 'to' | 'every'>,
  { tree }: LoadedSnapshot,
  words: Words,
  page: string,
): Html {
  const { rows, undated, totals } = counts;
  const { table, page: texts, tools } = words.ui;
  const nameOf = (id: string | undefined) => (id === undefined ? '' : words.rowName(id, tree));
  const dated = (it: Count) =>
    it.period === undefined ? '' : words.rowPeriod(words.bucket(it.period, query), it.approximateDates);
  const all = [
    ...rows.map((it) => ({ it, names: [nameOf(it.place), dated(it)] })),
    ...undated.map((it) => ({
      it,
      names: [nameOf(it.place), it.within ? words.undatedTo(query.every) : texts.outside],
    })),
    ...totals.map((it) => ({ it, names: [table.total] })),
  ].map(({ it, names }) => ({ it, name: names.filter(Boolean).join(' · ') }));
  const several = new Set(all.map(({ it }) => it.measure)).size > 1;
  const shown = all.slice(0, MOST_ROWS);
  const left =
    shown.length < all.length
      ? html`<p class="quiet">${words.fill(tools.shown, {
          shown: words.number(shown.length),
          all: words.number(all.length),
        })} <a href="${page}" target="_blank" rel="noopener">${words.ui.embed.open}</a></p>`
      : '';
  const lines = shown.map(
    ({ it, name }) =>
      html`<tr>${several ? html`<td>${words.measure[it.measure].short}</td>` : ''}<th scope="row">${name}</th><td>${words.estimate(it, it.measure)}</td><td class="number">${words.number(it.records)}</td></tr>
`,
  );
  const [only] = shown;
  const measured = several || !only ? table.measure : words.measure[only.it.measure].label;
  return html`<details class="table"><summary>${table.title}</summary>
<div class="wide-content" tabindex="0" role="region" aria-label="${table.title}"><table>
<thead><tr>${several ? html`<th scope="col">${table.measure}</th>` : ''}<th scope="col"></th><th scope="col">${several ? '' : measured}</th><th scope="col" class="number">${table.records}</th></tr></thead>
<tbody>
${lines}</tbody></table></div>${left}</details>`;
}
