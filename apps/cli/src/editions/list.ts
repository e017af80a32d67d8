import { isSnapshotId, retractionSchema } from '@article21/model';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().refine(isSnapshotId);

/** The public editions that somebody published, in the order in which they were. */
const editionListSchema = z.strictObject({
  format: z.literal(1),
  kind: z.literal('article21-editions'),
  /** As in the statement that signs it. */
  position: z.int().min(1),
  served: id,
  /** The name of the dataset, of which all are versions. */
  dataset: z.string(),
  editions: z.array(z.strictObject({ id, manifest: hash, publishedAt: z.iso.datetime() })).max(100_000),
  /** What was retracted, to be removed by who follows; absent where nothing was, for programs that do not know of it. */
  retractions: z.array(retractionSchema).max(100_000).optional(),
});

export type EditionList = z.infer<typeof editionListSchema>;
export type ListedEdition = EditionList['editions'][number];

export function printEditionList(list: EditionList): string {
  return `${JSON.stringify(editionListSchema.parse(list), null, 1)}\n`;
}

/** Reads a list. Throws one sentence on what is none. */
export function readEditionList(bytes: Uint8Array): EditionList {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch (cause) {
    throw new Error('the list of editions is no JSON', { cause });
  }
  const read = editionListSchema.safeParse(value);
  if (!read.success)
    throw new Error(`the list of editions is malformed at ${read.error.issues[0]?.path.join('.')}`);
  if (!read.data.editions.some((it) => it.id === read.data.served))
    throw new Error('the list of editions lacks the one that is served');
  const retracted = new Set(read.data.retractions?.map(({ snapshot }) => snapshot));
  const both = read.data.editions.find((it) => retracted.has(it.id));
  if (both) throw new Error(`the list of editions has ${both.id} and says that it was retracted`);
  return read.data;
}
