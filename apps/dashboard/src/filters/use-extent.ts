import { type Day, type Period, parseDay } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';

/** The first and the last day of the data; open until they are known, and where there is no record. */
export function useExtent(): Period {
  const { view } = usePage();
  const { data } = useQuery(snapshotQuery(view.query.snapshot));
  return useMemo(() => ({ from: dayOf(data?.extent.from), to: dayOf(data?.extent.to) }), [data]);
}

function dayOf(text: string | null | undefined): Day | null {
  return text ? parseDay(text) : null;
}
