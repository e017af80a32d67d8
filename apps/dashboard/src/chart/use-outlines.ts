import type { Outline } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { outlinesQuery } from '../queries.ts';

const none: readonly Outline[] = [];

/** The countries behind a map's points: null while they are loaded, none where there is no map. Throws what could not be loaded. */
export function useOutlines(wanted: boolean, snapshot: string | null): readonly Outline[] | null {
  const { data, error } = useQuery({ ...outlinesQuery(snapshot), enabled: wanted });
  if (!wanted) return none;
  if (error) throw error;
  return data ?? null;
}
