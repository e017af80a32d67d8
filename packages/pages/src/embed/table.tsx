import type { LoadedSnapshot } from '@article21/answers';
import type { Words } from '@article21/messages';
import type { ChartQuery, Count, Counts } from '@article21/model';

/** A longer list is for the chart's own page. */
const MOST_ROWS = 40;

interface TableProps {
  counts: Counts;
  query: Pick<ChartQuery, 'from' | 'to' | 'every' | 'by'>;
  served: LoadedSnapshot;
  words: Words;
  /** The chart's own address. */
  page: string;
}

/** The counts as a table, folded away: rows, what is not dated, totals. */
export function Table({ counts, query, served, words, page }: TableProps) {
  const { table, tools } = words.ui;
  const all = linesOf(counts, query, served, words);
  const several = new Set(all.map(({ it }) => it.measure)).size > 1;
  const shown = all.slice(0, MOST_ROWS);
  const [only] = shown;
  const numbers = { shown: words.number(shown.length), all: words.number(all.length) };
  return (
    <details className="table">
      <summary>{table.title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="wide-content" tabIndex={0} aria-label={table.title}>
        <table>
          <thead>
            <tr>
              {several ? <th scope="col">{table.measure}</th> : null}
              <th scope="col" />
              <th scope="col">{several || !only ? '' : words.measure[only.it.measure].label}</th>
              <th scope="col" className="number">
                {table.records}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ it, name }) => (
              <tr key={`${it.measure} ${name}`}>
                {several ? <td>{words.measure[it.measure].short}</td> : null}
                <th scope="row">{name}</th>
                <td>{words.estimate(it, it.measure)}</td>
                <td className="number">{words.number(it.records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < all.length ? (
        <p className="quiet">
          {`${words.fill(tools.shown, numbers)} `}
          <a href={page} target="_blank" rel="noopener">
            {words.ui.embed.open}
          </a>
        </p>
      ) : null}
    </details>
  );
}

function linesOf(
  { rows, undated, totals }: Counts,
  query: TableProps['query'],
  { tree }: LoadedSnapshot,
  words: Words,
) {
  const { table, page: texts } = words.ui;
  const nameOf = (id: string | undefined) => (id === undefined ? '' : words.rowName(id, tree, query.by));
  const dated = (it: Count) =>
    it.period === undefined ? '' : words.rowPeriod(words.bucket(it.period, query), it.approximateDates);
  return [
    ...rows.map((it) => ({ it, names: [nameOf(it.place), dated(it)] })),
    ...undated.map((it) => ({
      it,
      names: [nameOf(it.place), it.within ? words.undatedTo(query.every) : texts.outside],
    })),
    ...totals.map((it) => ({ it, names: [table.total] })),
  ].map(({ it, names }) => ({ it, name: names.filter(Boolean).join(' · ') }));
}
