import type { Annotation, Coverage } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { annotationsQuery, coverageQuery } from '../queries.ts';

/** The tables of a dataset that explain its records: coverage (where somebody watched) and annotations (dated remarks). */
export interface ContextTables {
  coverage: readonly Coverage[];
  annotations: readonly Annotation[];
}

/** Null until it is there: a chart without it would claim too little or too much. */
export function useContextTables(snapshot: string | null): {
  contextTables: ContextTables | null;
  error: Error | null;
  retry(): void;
} {
  const coverage = useQuery(coverageQuery(snapshot));
  const annotations = useQuery(annotationsQuery(snapshot));
  const contextTables = useMemo(
    () =>
      coverage.data && annotations.data ? { coverage: coverage.data, annotations: annotations.data } : null,
    [coverage.data, annotations.data],
  );
  const retry = () => {
    if (coverage.error) void coverage.refetch();
    if (annotations.error) void annotations.refetch();
  };
  return { contextTables, error: coverage.error ?? annotations.error, retry };
}
