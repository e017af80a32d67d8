import type { RowGrouping } from '@article21/model';
import { ClientButton } from '../buttons.tsx';
import { useSite } from '../site.tsx';
import { type Column, detailColumns, type Sorting } from './sort-rows.ts';

interface TableHeadProps {
  /** The columns of names. */
  names: readonly Column[];
  /** What rows are of, where they are of anything but periods. */
  by: RowGrouping;
  sorting: Sorting | null;
  sort(column: Column): void;
}

/** The headings; each sorts the rows of every measure by its column, the other way round, and as they came. */
export function TableHead({ names, by, sorting, sort }: TableHeadProps) {
  const { words, isLive } = useSite();
  const direction = sorting?.descending ? 'descending' : 'ascending';
  const columns: readonly Column[] = [...names, 'number', ...detailColumns, 'records'];
  return (
    <thead>
      <tr>
        {names.length === 0 ? <th scope="col">{words.ui.table.measure}</th> : null}
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={classOf(column)}
            aria-sort={sorting?.column === column ? direction : isLive ? 'none' : undefined}
          >
            <ClientButton className="counts-heading" onClick={() => sort(column)}>
              {words.ui.table[column === 'place' ? by : column]}
              <span className="sort-sign" aria-hidden="true" />
            </ClientButton>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function classOf(column: Column): string | undefined {
  if (column === 'place' || column === 'period') return undefined;
  return (detailColumns as readonly Column[]).includes(column) ? 'number detail' : 'number';
}
