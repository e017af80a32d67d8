import type { Folder } from './folder.ts';

/** What a thread tells the other threads of its process of the manifests that it has read. */
export function sharedSeals({ seals }: Pick<Folder, 'seals'>): {
  seals(ids: readonly string[]): Record<string, string>;
  hold(known: Readonly<Record<string, string>>): void;
} {
  return {
    seals: (ids) =>
      Object.fromEntries(ids.flatMap((id) => (seals.has(id) ? [[id, seals.get(id) ?? '']] : []))),
    hold: (known) => {
      for (const [id, seal] of Object.entries(known)) seals.set(id, seal);
    },
  };
}
