import { resolveQuery } from '@article21/charts';
import type { SnapshotAnswer } from '@article21/contract/client';
import { readView, type View } from '@article21/pages/address';
import { PAGE_DATA } from '@article21/pages/views';
import type { QueryClient } from '@tanstack/react-query';
import { loadPage } from './app.tsx';
import { knownTo } from './frame/page-context.tsx';
import { languageOf } from './frame/reader-language.ts';
import { pageData, prerenderedLanguage } from './page-data.ts';
import {
  annotationsQuery,
  answeredBefore,
  assembliesQuery,
  changesQuery,
  countsQuery,
  coverageQuery,
  placesQuery,
  quotationQuery,
  recordQuery,
  searchQuery,
  snapshotQuery,
  snapshotsQuery,
  sourceQuery,
} from './queries.ts';

/**
 * Prepares the program to hydrate the page that the server wrote: with the answers that it was made of and the part of the
 * program that shows it. False where the page is that of another question or language, or an answer does not come: then
 * the program draws its own.
 */
export async function prepare(client: QueryClient, address: string): Promise<boolean> {
  const { route, query } = readView(address);
  if (!pageData) return false;
  // Of a page for another question too: what does not depend on the question need not be asked for again.
  answeredBefore(client, pageData.answers);
  if (languageOf(query) !== prerenderedLanguage || isOfAnotherQuestion()) return false;
  const { snapshot } = query;
  try {
    const [places, about] = await Promise.all([
      client.ensureQueryData(placesQuery(snapshot)),
      client.ensureQueryData(snapshotQuery(snapshot)),
      loadPage(route.page),
      ...(snapshot === null ? [] : [client.ensureQueryData(snapshotsQuery())]),
    ]);
    await Promise.all(answersOf(client, readView(address, knownTo(places, about)), about));
    return true;
  } catch {
    // Whoever draws the page asks again, and says what is missing.
    return false;
  }
}

/** A page that was written for another question or language is not shown while the program draws its own. */
export function discard(root: HTMLElement): void {
  if (!pageData) return;
  root.replaceChildren();
  document.getElementById(PAGE_DATA)?.remove();
}

/** In a mirror, a folder has one page: where the address asks for more, that is not the answer. */
function isOfAnotherQuestion(): boolean {
  return document.documentElement.classList.contains('asked');
}

/** The answers that a page shows when it is written, without those of its frame. What the page itself brought is not asked for. */
function answersOf(
  client: QueryClient,
  { route, query, q, skip }: View,
  about: SnapshotAnswer,
): Promise<unknown>[] {
  const { snapshot } = query;
  switch (route.page) {
    case 'charts':
      return [
        client.ensureQueryData(countsQuery(resolveQuery(query), languageOf(query))),
        client.ensureQueryData(coverageQuery(snapshot)),
        client.ensureQueryData(annotationsQuery(snapshot)),
        client.ensureQueryData(quotationQuery(snapshot)),
      ];
    case 'source':
      return [client.ensureQueryData(sourceQuery(route.id, snapshot))];
    case 'methods':
      return [client.ensureQueryData(coverageQuery(snapshot))];
    case 'data':
      return [
        client.ensureQueryData(snapshotsQuery()),
        client.ensureQueryData(assembliesQuery(snapshot)),
        ...writtenChanges(client, about),
      ];
    case 'search':
      return q === null ? [] : [client.ensureQueryData(searchQuery(q, skip, snapshot))];
    case 'record':
      return [recordWithAssembly(client, route.id, snapshot)];
    default:
      return [];
  }
}

/** What the version changed, where the server had it in time to write it: else the page is written as still waiting for it. */
function writtenChanges(client: QueryClient, { id }: SnapshotAnswer): Promise<unknown>[] {
  const isWaiting = document.querySelector('main .waiting') !== null;
  return isWaiting ? [] : [client.ensureQueryData(changesQuery(id, null))];
}

async function recordWithAssembly(client: QueryClient, id: string, snapshot: string | null): Promise<void> {
  const { assembly } = await client.ensureQueryData(recordQuery(id, snapshot));
  if (assembly !== null) await client.ensureQueryData(assembliesQuery(snapshot));
}
