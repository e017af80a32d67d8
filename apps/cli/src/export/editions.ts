import type { MirrorFile } from '@article21/static-site/write';
import { piecesOf, readEdition, type Store } from '@article21/store';
import { readEditionList } from '../editions/list.ts';
import { readStatement } from '../editions/statement.ts';

/**
 * What those who follow a mirror ask for, at the addresses that a server has it at; nothing where nobody signed anything, and nothing
 * of what was retracted since.
 */
export async function* editionFiles({
  editions,
  retractions,
}: Pick<Store, 'editions' | 'retractions'>): AsyncGenerator<MirrorFile> {
  const text = await editions.statement();
  if (text === null) return;
  const written = new Set<string>();
  async function* piece(hash: string): AsyncGenerator<MirrorFile, Uint8Array> {
    const data = await editions.piece(hash);
    if (!(data instanceof Uint8Array))
      throw new Error(
        `a piece of the public editions is ${data ?? 'missing'}, ${hash}: publish again with --sign, which makes it anew`,
      );
    // Editions share what has not changed between them.
    if (!written.has(hash)) yield { path: `editions/pieces/${hash}`, data };
    written.add(hash);
    return data;
  }
  const list = readEditionList(yield* piece(readStatement(text).list));
  const retracted = await retractions();
  for (const { id, manifest } of list.editions) {
    if (retracted.has(id)) continue;
    for (const file of readEdition(yield* piece(manifest)).files)
      for (const hash of piecesOf(file)) yield* piece(hash);
  }
  yield { path: 'editions/current.minisig', data: text };
}
