import type { View } from '@article21/pages/address';
import { SERVED_PAGE } from '@article21/pages/views';
import type { QueryClient } from '@tanstack/react-query';
import { loadPage } from './app.tsx';
import { servedLanguage } from './first/served-language.ts';
import {
  answeredBefore,
  assembliesQuery,
  coverageQuery,
  placesQuery,
  recordQuery,
  snapshotQuery,
  snapshotsQuery,
  sourceQuery,
} from './queries.ts';
import { served } from './served.ts';

/**
 * Prepares the program to hydrate the page that the server wrote: with the answers that it was made of and the part of the
 * program that shows it. False where the page is that of another question or language, or an answer does not come: then
 * the program draws its own.
 */
export async function prepare(client: QueryClient, view: View, language: string): Promise<boolean> {
  if (!served || language !== servedLanguage || isOfAnotherQuestion()) return false;
  answeredBefore(client, served.answers);
  try {
    await Promise.all([loadPage(view.route.page), ...answersOf(client, view)]);
    return true;
  } catch {
    // Whoever draws the page asks again, and says what is missing.
    return false;
  }
}

/** A page that was written for another question or language is not shown while the program draws its own. */
export function discard(root: HTMLElement): void {
  if (!served) return;
  root.replaceChildren();
  document.getElementById(SERVED_PAGE)?.remove();
}

/** In a mirror, a folder has one page: where the address asks for more, that is not the answer. */
function isOfAnotherQuestion(): boolean {
  return document.documentElement.classList.contains('asked');
}

/** The answers that a page shows when it is written. What the page itself brought is not asked for. */
function answersOf(client: QueryClient, { route, query: { snapshot } }: View): Promise<unknown>[] {
  const frame = [
    client.ensureQueryData(snapshotQuery(snapshot)),
    client.ensureQueryData(placesQuery(snapshot)),
    ...(snapshot === null ? [] : [client.ensureQueryData(snapshotsQuery())]),
  ];
  switch (route.page) {
    case 'source':
      return [...frame, client.ensureQueryData(sourceQuery(route.id, snapshot))];
    case 'methods':
      return [...frame, client.ensureQueryData(coverageQuery(snapshot))];
    case 'data':
      return [
        ...frame,
        client.ensureQueryData(snapshotsQuery()),
        client.ensureQueryData(assembliesQuery(snapshot)),
      ];
    case 'record':
      return [...frame, recordWithAssembly(client, route.id, snapshot)];
    default:
      return frame;
  }
}

async function recordWithAssembly(client: QueryClient, id: string, snapshot: string | null): Promise<void> {
  const { assembly } = await client.ensureQueryData(recordQuery(id, snapshot));
  if (assembly !== null) await client.ensureQueryData(assembliesQuery(snapshot));
}
