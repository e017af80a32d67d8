import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import { memo, useDeferredValue, useState } from 'react';
import { type Page, PageScope, usePage } from '../frame/page-context.tsx';
import { CountsTable } from './counts-table.tsx';

interface Shown {
  page: Page;
  counts: CountsRead;
  places: PlaceTree;
}

/**
 * The table, rendered with a lower priority than the chart, because hundreds of lines take longer than it does. While the
 * next answer is on its way the table is that of the answer before, and its lines open the records of that.
 */
export function DeferredTable({ waiting, ...given }: Omit<Shown, 'page'> & { waiting: boolean }) {
  const page = usePage();
  const { counts, places } = given;
  const [shown, setShown] = useState<Shown>({ page, counts, places });
  const same = shown.page === page && shown.counts === counts && shown.places === places;
  if (!waiting && !same) setShown({ page, counts, places });
  return <Table shown={useDeferredValue(shown)} />;
}

const Table = memo(function Table({ shown }: { shown: Shown }) {
  return (
    <PageScope page={shown.page}>
      <CountsTable counts={shown.counts} />
    </PageScope>
  );
});
