import { HttpProblem, type LoadedSnapshot, retractedProblem, type SnapshotSource } from '@article21/answers';
import { createVocabulary, decodeCells, type Outline, type Retraction } from '@article21/model';
import { type About, names } from '../layout.ts';
import { createRecords, type ReadFile } from './records.ts';

/** The mirrored snapshot, read from its files as they are asked for. */
export function openMirrored({ id, manifest, catalogue }: About, read: ReadFile): SnapshotSource {
  const vocabulary = createVocabulary(catalogue.declared);
  const cells = read(names.cells);
  // Whoever asks for them hears of it.
  cells.catch(() => {});
  return {
    id,
    // What a mirror lists is what was shown.
    manifest: { ...manifest, tallies: [], listed: manifest.files },
    catalogue,
    cells: async () => decodeCells(new Uint8Array(await cells), vocabulary),
    outlines: async () => JSON.parse(decoded(await read(names.outlines))) as Outline[],
    ...createRecords(read, vocabulary),
    text: async (sourceId) => {
      const isPublic = catalogue.sources.some((it) => it.id === sourceId && it.visibility === 'public');
      const hasText = manifest.files.some(({ path }) => path === names.text(sourceId));
      return isPublic && hasText ? decoded(await read(names.text(sourceId))) : null;
    },
    table: async (sourceId) => {
      const source = catalogue.sources.find((it) => it.id === sourceId && it.visibility === 'public');
      return source?.kind === 'table' ? JSON.parse(decoded(await read(names.table(sourceId)))) : null;
    },
    // Written without the words of internal sources when the mirror was.
    parquet: async () => new Uint8Array(await read(names.parquet)),
    tablePart: async (sourceId, part) => JSON.parse(decoded(await read(names.tablePart(sourceId, part)))),
  };
}

/** A mark at the beginning of a text is part of it: without, every offset would be shifted. */
function decoded(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Another snapshot was asked for than the one that this mirror holds. */
export class OtherSnapshot extends Error {
  readonly requested: string;
  readonly held: string;

  constructor(requested: string, held: string) {
    super(`there is no snapshot ${requested} in this mirror; it holds ${held} alone`);
    this.requested = requested;
    this.held = held;
  }
}

/** Throws an `OtherSnapshot` on one that this mirror does not hold; null is whichever it holds. */
export function refuseOther(id: string | null, loaded: LoadedSnapshot): void {
  if (id !== null && id !== loaded.id) throw new OtherSnapshot(id, loaded.id);
}

/** What is answered of another snapshot: that it was retracted, and why, or that it is not here. */
export async function refusalOf(
  { requested, held, message }: OtherSnapshot,
  read: ReadFile,
): Promise<HttpProblem> {
  const retractions = JSON.parse(decoded(await read(names.retractions))) as Retraction[];
  const retraction = retractions.find(({ snapshot }) => snapshot === requested);
  return retraction ? retractedProblem(retraction, held) : new HttpProblem('not-found', message);
}
