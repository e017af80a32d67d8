import type { Period } from '@article21/model';
import { extentOf } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';

/** The first and the last day of the data; open until they are known, and where there is no record. */
export function useExtent(): Period {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  return useMemo(() => (data ? extentOf(data) : { from: null, to: null }), [data]);
}
