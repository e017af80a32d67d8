import { measure as measureOf, publishedEnds } from '@article21/model';
import { OpenRecords } from '../open-records.tsx';
import { useSite } from '../site.tsx';
import type { TableRow } from './counts-rows.ts';
import { namesOf } from './row-names.ts';
import type { Column } from './sort-rows.ts';

interface TableLineProps {
  row: TableRow;
  columns: readonly Column[];
}

/** One row: its names, its numbers, and the way to the records behind them. */
export function TableLine({ row, columns }: TableLineProps) {
  const { words, go } = useSite();
  const { table } = words.ui;
  const { estimate } = row;
  const { unit } = measureOf(row.measure);
  const label = words.measure[row.measure].label;
  const names = namesOf(row, columns, words);
  // A report without a number states neither: an empty cell says so, and a zero would not.
  const ends = publishedEnds(estimate);
  const none = ends.low === null;
  const number = (n: number | null) => (n === null ? '' : words.amount(n, unit));
  return (
    <tr data-part={row.part} onClick={() => go({ opened: row.opened })}>
      {names.map((name, i) =>
        i === 0 ? (
          <th scope="row" key={name.column} className={classOf(name.column)}>
            {name.text}
          </th>
        ) : (
          <td key={name.column} className={classOf(name.column)}>
            {name.text}
          </td>
        ),
      )}
      <td className="number">{number(ends.low)}</td>
      <td className="number">
        {ends.high === null && !none ? <span className="open-end">{table.open}</span> : number(ends.high)}
      </td>
      <td>{none ? '' : estimate.approximate ? table.yes : table.no}</td>
      <td className="number">{estimate.unnumbered === 0 ? '' : words.number(estimate.unnumbered)}</td>
      <td className="number">
        <OpenRecords
          brief
          opened={row.opened}
          records={row.records}
          label={[label, row.place, row.period, row.part === 'total' ? table.total : row.beside]
            .filter(Boolean)
            .join(', ')}
        />
      </td>
    </tr>
  );
}

function classOf(column: string): string | undefined {
  return { place: 'place', period: 'date' }[column];
}
