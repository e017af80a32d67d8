import { resolveQuery } from '@article21/charts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { confirmCounts } from '../queries.ts';

/** Long enough, in milliseconds, for the chart to be painted before the API is asked about it. */
const PAINTED = 100;

/** Has the API confirm the counts of this page that came at a time (0: not yet), once no other question follows. */
export function useConfirmed(since: number): void {
  const kept = useQueryClient();
  const { view, lang } = usePage();
  const { query } = view;
  useEffect(() => {
    if (since === 0) return;
    const timer = setTimeout(() => void confirmCounts(kept, resolveQuery(query), lang), PAINTED);
    return () => clearTimeout(timer);
  }, [kept, since, query, lang]);
}
