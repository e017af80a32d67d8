import { figureLabelOf, unbroken, type Words } from '@article21/messages';
import { measure as measureOf, publishedEnds } from '@article21/model';
import { OpenRecords } from '../open-records.tsx';
import { useSite } from '../site.tsx';
import type { TableRow } from './counts-rows.ts';
import { NumberCell } from './number-cell.tsx';
import type { TableGroup } from './table-groups.ts';

interface TableLineProps {
  row: TableRow;
  group: TableGroup;
  /** The columns of names. */
  columns: readonly string[];
}

/** One row: its names, its number and its parts, and the way to the records behind it. */
export function TableLine({ row, group, columns }: TableLineProps) {
  const { words, go } = useSite();
  const names = namesOf(row, columns, words, group);
  return (
    <tr data-part={row.part} onClick={() => go({ opened: row.opened })}>
      {names.map(({ column, text }, i) => {
        const className = column === null ? undefined : { place: 'place', period: 'date' }[column];
        const span = names.length === 1 && columns.length > 1 ? columns.length : undefined;
        return i === 0 ? (
          <th scope="row" key={i} className={className} colSpan={span}>
            {text}
          </th>
        ) : (
          <td key={i} className={className}>
            {text}
          </td>
        );
      })}
      <td className="number">
        <NumberCell estimate={row.estimate} measure={row.measure} words={words} />
      </td>
      {detailsOf(row, words).map((text, i) => (
        <td key={i} className="number detail">
          {text}
        </td>
      ))}
      <td className="number">
        <OpenRecords
          brief
          opened={row.opened}
          records={row.records}
          label={[
            words.measure(row.measure).label,
            row.place,
            row.period,
            row.part === 'total' ? words.ui.table.total : row.extra,
          ]
            .filter(Boolean)
            .join(', ')}
        />
      </td>
    </tr>
  );
}

/** The parts of a number, exactly. What is not stated is empty: a zero would say something else. */
function detailsOf({ estimate, measure }: TableRow, words: Words): string[] {
  const { table } = words.ui;
  const { unit } = measureOf(measure, words.vocabulary);
  const ends = publishedEnds(estimate);
  const end = (n: number | null) => (n === null ? '' : unbroken(words.amount(n, unit)));
  return [
    end(ends.low),
    end(ends.high),
    ends.low === null ? '' : estimate.approximate ? table.yes : table.no,
    estimate.unnumbered === 0 ? '' : words.number(estimate.unnumbered),
  ];
}

interface RowName {
  /** Null where the table has no column of names. */
  column: 'place' | 'period' | null;
  text: string | null;
}

/**
 * What stands in the columns of names. What a row is beside the others stands where it has no name of its own; where it
 * has a name in every column, after the last one. A total has one name for all columns: its measure.
 */
export function namesOf(
  row: TableRow,
  columns: readonly string[],
  words: Words,
  { title }: Pick<TableGroup, 'title'>,
): RowName[] {
  if (row.part === 'total') {
    const label = figureLabelOf(row.measure, words);
    return [{ column: null, text: title === null ? `${words.ui.table.total} · ${label}` : label }];
  }
  const all: RowName[] = [
    { column: 'place', text: row.place },
    { column: 'period', text: row.period && words.rowPeriod(row.period, row.approximateDates ?? 0) },
  ];
  const names = all.filter(({ column }) => column !== null && columns.includes(column));
  const { extra } = row;
  if (names.length === 0) return [{ column: null, text: extra }];
  const free = names.findIndex(({ text }) => text === null);
  const isLast = (i: number) => free < 0 && i === names.length - 1 && extra !== null;
  return names.map(({ column, text }, i) => ({
    column,
    text: i === free ? extra : isLast(i) ? `${text} · ${extra}` : text,
  }));
}
