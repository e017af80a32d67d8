import { words } from '@article21/messages';
import type { LoadedSnapshot, Route, Understood } from '../src/index.ts';

/** What a route understands of an address: `/records/{id}` and `measure=detentions`. */
export async function understand(
  route: Route,
  loaded: LoadedSnapshot,
  search = '',
  params: Record<string, string> = {},
): Promise<Understood> {
  return route.read({ params, search: new URLSearchParams(search), loaded, words });
}

/** What a route answers. */
export async function ask<T>(
  route: Route,
  loaded: LoadedSnapshot,
  search = '',
  params: Record<string, string> = {},
): Promise<T> {
  const understood = await understand(route, loaded, search, params);
  return (await understood.answer()) as T;
}
