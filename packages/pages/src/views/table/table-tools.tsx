import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { formulaSafe, type Words } from '@article21/messages';
import { type ChartQuery, publishedEnds, rowGrouping, withoutLook } from '@article21/model';
import { CopyButton } from '../copy-button.tsx';
import { useSite } from '../site.tsx';
import type { TableRow } from './counts-rows.ts';

/** The ways to take the numbers along: all of them, whatever is shown. */
export function TableTools({ rows, by }: { rows: readonly TableRow[]; by: ChartQuery['by'] }) {
  const { view, words, lang, File } = useSite();
  const { tools, footer } = words.ui;
  const requested = { ...withoutLook(resolveQuery(view.query)), lang };
  return (
    <div className="table-tools">
      <CopyButton
        text={() => tableText(rows, { by }, words)}
        label={tools.copyTable}
        done={words.plural(tools.copiedRows, rows.length)}
      />
      <ul className="downloads" aria-label={footer.download}>
        <li aria-hidden="true">{footer.download}</li>
        <li>
          <File href={paths.countsCsv(requested)}>CSV</File>
        </li>
        <li>
          <File href={paths.countsSheetCsv(requested)}>{tools.sheetCsv}</File>
        </li>
        <li>
          <File href={paths.countsXlsx(requested)}>XLSX</File>
        </li>
        <li>
          <File download href={paths.counts(requested)}>
            JSON
          </File>
        </li>
      </ul>
    </div>
  );
}

/**
 * A table as text for a spreadsheet: tab between cells, a line for each row, the columns of the workbook that the API
 * makes. Numbers are exact and without separators of thousands. Empty cells of an estimate: no number is stated.
 */
export function tableText(rows: readonly TableRow[], { by }: Pick<ChartQuery, 'by'>, words: Words): string {
  const { table, methods } = words.ui;
  const head = [
    ...[table.measure, methods.unit, table[rowGrouping({ by }) ?? 'place']],
    ...[table.period, table.firstDay, table.lastDay],
    ...[table.low, table.high, table.statedHigh, table.approximate],
    ...[table.unnumbered, table.records, table.approximateDates],
  ];
  const lines = rows.map((row) => {
    const { part, extra, measure, place, period, firstDay, lastDay, estimate, records } = row;
    const { label, unit } = words.measure(measure);
    const { low, high, statedHigh } = publishedEnds(estimate);
    const ends = low === null ? ['', '', ''] : [low, high ?? table.open, statedHigh];
    const names = [label, unit, part === 'total' ? table.total : place, period ?? extra, firstDay, lastDay];
    return [
      ...[...names, ...ends, estimate.approximate ? table.yes : table.no],
      ...[estimate.unnumbered, records, row.approximateDates],
    ];
  });
  return [head, ...lines].map((cells) => cells.map(cellText).join('\t')).join('\n');
}

function cellText(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell);
  const line = (cell ?? '').replace(/[\t\r\n]+/g, ' ');
  // A name from outside must not become a formula where it is pasted.
  return formulaSafe(line);
}
