import { routes } from '@article21/answers';
import type { JobOutput, JobTools, SnapshotInput } from './tools.ts';

export interface DataInput extends SnapshotInput {
  params: Readonly<Record<string, string>>;
}

/** The answer of one of `routes`; `path` is its endpoint's. */
export function data(
  { snapshot, path, params, search }: DataInput,
  { snapshots, words }: JobTools,
): JobOutput {
  const route = routes.find(({ endpoint }) => endpoint.path === path);
  if (!route) throw new Error(`no route of ${path}`);
  return snapshots.use(snapshot, async (loaded) => {
    const request = { params, search: new URLSearchParams(search), loaded, words };
    return textOf(await (await route.read(request)).answer());
  });
}

/** What is neither a text nor the bytes of a file is JSON. */
export function textOf(body: unknown): string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
}
