import './counts-table.css';
import type { CountsAnswer } from '@article21/contract/client';
import { isUnnumbered, measure as measureOf, type PlaceTree } from '@article21/model';
import { type MouseEvent, useMemo, useState } from 'react';
import { OpenRecords } from '../evidence/open-records.tsx';
import { usePage } from '../frame/page-context.tsx';
import { countsRows, type TableRow } from './counts-rows.ts';

/** Rows that are drawn at once: days of many cities can be a hundred thousand. */
const STEP = 500;

/** The numbers of the chart, exactly: nothing is rounded and nothing left out. */
export function CountsTable({ counts, places }: { counts: CountsAnswer; places: PlaceTree }) {
  const { words } = usePage();
  const rows = useMemo(() => countsRows(counts, words, places), [counts, words, places]);
  const [shown, setShown] = useState(STEP);
  const { table } = words.ui;
  const columns = {
    measure: counts.query.measure.length > 1,
    place: counts.query.by.includes('place'),
    period: counts.query.by.includes('period'),
  };
  return (
    <div className="counts" id="table">
      <h2 className="section-title">{table.title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="counts-scroll" tabIndex={0} aria-label={table.title}>
        <table>
          <thead>
            <tr>
              {columns.measure ? <th scope="col">{table.measure}</th> : null}
              {columns.place ? <th scope="col">{table.place}</th> : null}
              {columns.period ? <th scope="col">{table.period}</th> : null}
              <th scope="col" className="number">
                {table.low}
              </th>
              <th scope="col" className="number">
                {table.high}
              </th>
              <th scope="col">{table.approximate}</th>
              <th scope="col" className="number">
                {table.unnumbered}
              </th>
              <th scope="col" className="number">
                {table.records}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Line key={row.key} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
          {words.plural(words.ui.page.moreRows, rows.length - shown)}
        </button>
      ) : null}
    </div>
  );
}

interface Columns {
  measure: boolean;
  place: boolean;
  period: boolean;
}

function Line({ row, columns }: { row: TableRow; columns: Columns }) {
  const { words, go } = usePage();
  const { table } = words.ui;
  const { estimate } = row;
  const { unit } = measureOf(row.measure);
  const label = words.measure[row.measure].label;
  const besides = { row: null, undated: table.undated, outside: words.ui.page.outside, total: table.total };
  const beside = besides[row.part];
  const names = namesOf(row, columns, beside, label);
  // A report without a number states neither: an empty cell says so, and a zero would not.
  const number = (n: number) => (isUnnumbered(estimate) ? '' : words.amount(n, unit));
  const openRow = (event: MouseEvent<HTMLElement>) => {
    // The link in the row has its own ways, such as opening a new tab.
    if (event.target instanceof Element && event.target.closest('a')) return;
    go({ opened: row.opened });
  };
  return (
    <tr data-part={row.part} onClick={openRow}>
      {names.map((name, i) =>
        i === 0 ? (
          <th scope="row" key={name.column}>
            {name.text}
          </th>
        ) : (
          <td key={name.column}>{name.text}</td>
        ),
      )}
      <td className="number">{number(estimate.low)}</td>
      <td className="number">
        {estimate.high === null ? <span className="open-end">{table.open}</span> : number(estimate.high)}
      </td>
      <td>{isUnnumbered(estimate) ? '' : estimate.approximate ? table.yes : table.no}</td>
      <td className="number">{estimate.unnumbered === 0 ? '' : words.number(estimate.unnumbered)}</td>
      <td className="number">
        <OpenRecords
          brief
          opened={row.opened}
          records={row.records}
          label={[label, row.place, row.period, beside].filter(Boolean).join(', ')}
        />
      </td>
    </tr>
  );
}

/** What stands in the columns of names. What a row is beside the others stands where it has no name of its own. */
function namesOf(row: TableRow, columns: Columns, beside: string | null, label: string) {
  const names = [
    { column: 'measure', shown: columns.measure, text: label },
    { column: 'place', shown: columns.place, text: row.place },
    { column: 'period', shown: columns.period, text: row.period },
  ].filter(({ shown }) => shown);
  const free = names.findIndex(({ text }) => text === null);
  return names.map(({ column, text }, i) => ({ column, text: i === free ? beside : text }));
}
