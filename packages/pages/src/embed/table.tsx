import type { LoadedSnapshot } from '@article21/answers';
import { drawnOrder } from '@article21/charts';
import { figureLabelOf, type Words } from '@article21/messages';
import type { ChartQuery, Count, Counted, Counts, MeasureId } from '@article21/model';
import { NumberCell } from '../views/table/number-cell.tsx';
import { SignKey } from '../views/table/sign-key.tsx';

/** A longer list is for the chart's own page. */
const MOST_ROWS = 40;

interface TableProps {
  counts: Counts;
  query: Pick<ChartQuery, 'measure' | 'from' | 'to' | 'every' | 'by'>;
  loaded: LoadedSnapshot;
  words: Words;
  /** The chart's own address. */
  page: string;
}

/** The counts as a table, folded away: the totals, then each measure in the order of the chart, then what is not dated. */
export function Table({ counts, query, loaded, words, page }: TableProps) {
  const { table, tools } = words.ui;
  const all = linesOf(counts, query, loaded, words);
  const shown = all.slice(0, MOST_ROWS);
  const numbers = { shown: words.number(shown.length), all: words.number(all.length) };
  return (
    <details className="table">
      <summary>{table.title}</summary>
      <SignKey estimates={all.map(({ it }) => it)} words={words} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="wide-content" tabIndex={0} aria-label={table.title}>
        <table>
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" className="number">
                {table.number}
              </th>
              <th scope="col" className="number">
                {table.records}
              </th>
            </tr>
          </thead>
          <Groups lines={shown} several={counts.totals.length > 1} words={words} />
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

interface Line {
  it: Counted;
  name: string;
  group: MeasureId | 'total';
}

/** Numbers of one measure stand under its name, because those of different units are in no order. */
function Groups({ lines, several, words }: { lines: readonly Line[]; several: boolean; words: Words }) {
  const { table } = words.ui;
  return [...new Set(lines.map(({ group }) => group))].map((group) => (
    <tbody key={group}>
      {several ? (
        <tr className="group">
          <th scope="rowgroup" colSpan={3}>
            {group === 'total' ? table.total : figureLabelOf(group, words)}
          </th>
        </tr>
      ) : null}
      {lines
        .filter((line) => line.group === group)
        .map(({ it, name }) => (
          <tr key={`${it.measure} ${name}`}>
            <th scope="row">{name}</th>
            <td className="number">
              <NumberCell estimate={it} measure={it.measure} words={words} />
            </td>
            <td className="number">{words.number(it.records)}</td>
          </tr>
        ))}
    </tbody>
  ));
}

function linesOf(
  counts: Counts,
  query: TableProps['query'],
  { tree }: LoadedSnapshot,
  words: Words,
): readonly Line[] {
  const { totals, undated } = counts;
  const { table, page: texts } = words.ui;
  const nameOf = (id: string | undefined) => (id === undefined ? '' : words.rowName(id, tree, query.by));
  const dated = (it: Count) =>
    it.period === undefined ? '' : words.rowPeriod(words.bucket(it.period, query), it.approximateDates);
  const named = (it: Line['it'], names: string[]): Line => {
    return { it, name: names.filter(Boolean).join(' · '), group: it.measure };
  };
  const rows = [
    // What is grouped by nothing is its total, which is not said twice.
    ...drawnOrder(counts, { words, places: tree, query })
      .filter((it) => it.place !== undefined || it.period !== undefined)
      .map((it) => named(it, [nameOf(it.place), dated(it)])),
    ...undated.map((it) =>
      named(it, [nameOf(it.place), it.within ? words.undatedTo(query.every) : texts.outside]),
    ),
  ];
  const sums = totals.map((it): Line => {
    const label = figureLabelOf(it.measure, words);
    return { it, name: totals.length > 1 ? label : `${table.total} · ${label}`, group: 'total' };
  });
  return [...sums, ...query.measure.flatMap((id) => rows.filter(({ group }) => group === id))];
}
