import type { IssueCode } from '@article21/model';
import { didYouMean } from './nearest.ts';
import type { PlaceNames } from './place-names.ts';
import type { Row } from './row.ts';

/**
 * What other rows may refer to: what was read, and the ids of rows that were refused. A reference to a refused row is
 * no second issue, nor is one to a file that could not be read to its end.
 */
export interface References<T> {
  readonly sound: ReadonlyMap<string, T>;
  readonly refused: ReadonlySet<string>;
  readonly complete: boolean;
}

export type Referred<T> = { known: true; id: string; item: T | null } | { known: false };

/** Follows a cell to what it names; reports it when there is no such thing. Null where the cell is empty. */
export function follow<C extends string, T>(
  row: Row<C>,
  column: C,
  target: References<T>,
  { code, file }: { code: IssueCode; file: string },
): Referred<T> | null {
  const id = row.get(column);
  if (id === null) return null;
  const item = target.sound.get(id);
  if (item !== undefined) return { known: true, id, item };
  if (target.refused.has(id) || !target.complete) return { known: true, id, item: null };
  const otherwise = `add it to ${file}, or correct the spelling`;
  row.report(column, {
    code,
    message: `there is no ${id} in ${file}`,
    hint: () => didYouMean(id, [...target.sound.keys()], otherwise),
    withheld: `what stands in ${column} is not in ${file}`,
  });
  return { known: false };
}

/** Follows a cell to a place, by its id or any of its names. Null when it is empty or was refused. */
export function followPlace<C extends string>(
  row: Row<C>,
  column: C,
  names: PlaceNames,
  places: { refused: ReadonlySet<string>; complete: boolean },
): string | null {
  const text = row.get(column);
  if (text === null) return null;
  const match = names.match(text);
  if (match.found === 'one') return match.id;
  if (match.found === 'several') {
    const message = `${text} is the name of several places: ${match.ids.join(', ')}`;
    row.report(column, { code: 'ambiguous_place', message, hint: 'write the id of the one that is meant' });
    return null;
  }
  if (places.refused.has(text) || !places.complete) return text;
  row.report(column, {
    code: 'unknown_place',
    message: `no place is called ${text}`,
    hint: () =>
      didYouMean(text, names.names, 'add it to places.csv, or its spelling to the aliases of its place'),
  });
  return null;
}
