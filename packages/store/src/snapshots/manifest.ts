import { join } from 'node:path';
import { datasetMetaSchema } from '@article21/model';
import { z } from 'zod';
import type { DurableFs } from './durable-fs.ts';
import { hasCode } from './durable-fs.ts';
import { snapshotDamaged, snapshotMissing } from './errors.ts';
import { sha256 } from './fingerprint.ts';
import { type Folder, isSnapshotId, snapshotFolder, snapshotId } from './folder.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/**
 * What a snapshot is made of. Nothing in it depends on when or where it was published, so that the same files always
 * give the same manifest. `contentHash` is over `files/**`; `seal` is over the manifest itself.
 */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().refine(isSnapshotId),
  contentHash: hash,
  meta: datasetMetaSchema,
  records: count,
  tallies: z.array(z.strictObject({ file: z.string(), rows: count, accepted: count, refused: count })),
  engine: z.string(),
  recordsFile: z.string().regex(/^records\.[a-z]+$/),
  files: z.array(z.strictObject({ path: z.string(), bytes: count, sha256: hash })),
  seal: hash,
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest with its seal. */
export function sealed(manifest: Omit<Manifest, 'seal'>): Manifest {
  const rest = manifestSchema.omit({ seal: true }).parse(manifest);
  return { ...rest, seal: sha256(print(rest)) };
}

export async function writeManifest(fs: DurableFs, root: string, manifest: Manifest): Promise<void> {
  await fs.write(join(root, 'manifest.json'), print(manifest));
}

/** Reads the manifest of a snapshot. Throws when there is no such snapshot, or its manifest is not what was written. */
export async function readManifest(folder: Folder, id: string): Promise<Manifest> {
  const root = snapshotFolder(folder, id);
  const text = await readText(folder.fs, root, id);
  const { manifest, problem } = parse(text);
  if (!manifest) throw snapshotDamaged(id, `manifest.json ${problem}`);
  if (manifest.id !== id) throw snapshotDamaged(id, `manifest.json is that of ${manifest.id}`);
  if (snapshotId(manifest.meta.created, manifest.contentHash) !== id)
    throw snapshotDamaged(id, 'its id is not that of its content hash');
  return manifest;
}

async function readText(fs: DurableFs, root: string, id: string): Promise<string> {
  try {
    return new TextDecoder().decode(await fs.read(join(root, 'manifest.json')));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    // The folder without its manifest is damage; without the folder there never was such a snapshot.
    await fs.list(root).catch((missing: unknown) => {
      throw hasCode(missing, 'ENOENT') ? snapshotMissing(id) : missing;
    });
    throw snapshotDamaged(id, 'manifest.json is missing', error);
  }
}

function parse(text: string): { manifest?: Manifest; problem?: string } {
  let value: { format?: unknown; seal?: unknown };
  try {
    value = z.looseObject({}).parse(JSON.parse(text));
  } catch {
    return { problem: 'is not a JSON object' };
  }
  // As it was written, without today's schema, so that a field added later does not break the seal.
  const { seal, ...rest } = value;
  if (sha256(print(rest)) !== seal || print(value) !== text) return { problem: 'is not what was written' };
  if (value.format !== 1) return { problem: `has the unknown format ${value.format} (known: 1)` };
  const read = manifestSchema.safeParse(value);
  return read.success
    ? { manifest: read.data }
    : { problem: `is malformed at ${read.error.issues[0]?.path.join('.')}` };
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
