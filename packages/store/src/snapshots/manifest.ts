import { basename, join } from 'node:path';
import { datasetMetaSchema, isSnapshotId } from '@article21/model';
import { z } from 'zod';
import { refuseRetracted } from '../retractions/read.ts';
import type { DurableFs } from './durable-fs.ts';
import { hasCode, mostBytes } from './durable-fs.ts';
import { damageOf, snapshotDamaged, snapshotMissing } from './errors.ts';
import { sha256 } from './fingerprint.ts';
import { type Folder, snapshotFolder, snapshotId } from './folder.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const entry = z.strictObject({ path: z.string(), bytes: count, sha256: hash });

/**
 * What a snapshot is made of. Nothing in it depends on when or where it was published, so that the same files always
 * give the same manifest, unless some of them are internal: then `contentHash`, over `files/**`, is made with a secret
 * salt (format 2), because its beginning is in the public id. `seal` is over the manifest itself. Format 3 is a public
 * edition: without the files as published and without words of internal sources, so that anybody may have it.
 */
const manifestSchema = z.strictObject({
  format: z.literal([1, 2, 3]),
  id: z.string().refine(isSnapshotId),
  contentHash: hash,
  salt: hash.optional(),
  meta: datasetMetaSchema,
  records: count,
  tallies: z.array(z.strictObject({ file: z.string(), rows: count, accepted: count, refused: count })),
  engine: z.string(),
  recordsFile: z.string().regex(/^records\.[a-z]+$/),
  files: z.array(entry.extend({ pieces: z.array(hash).optional() })),
  /** Of a public edition: the files that the snapshot itself lists to readers. */
  listed: z.array(entry).optional(),
  seal: hash,
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest with its seal. */
export function sealed(manifest: Omit<Manifest, 'seal'>): Manifest {
  const rest = manifestSchema.omit({ seal: true }).parse(manifest);
  return { ...rest, seal: sha256(printManifest(rest)) };
}

/** The bytes of a manifest's file. */
export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.from(printManifest(manifest));
}

/** Whether a folder holds a manifest of these bytes. */
export async function holdsManifest(fs: DurableFs, root: string, bytes: Uint8Array): Promise<boolean> {
  const held = await readBytes(fs, root);
  return held instanceof Uint8Array && held.equals(bytes);
}

/** Reads the manifest of a snapshot. Throws when there is no such snapshot, or its manifest is not what was written. */
export async function readManifest(folder: Folder, id: string): Promise<Manifest> {
  const { manifest, problem, cause } = await inspectManifest(folder, id);
  if (!manifest) throw snapshotDamaged(id, `manifest.json ${problem}`, cause);
  return manifest;
}

/** The same without the salt, so that nobody can publish that by mistake. */
export async function shownManifest(folder: Folder, id: string): Promise<Manifest> {
  return withoutSalt(await readManifest(folder, id));
}

function withoutSalt({ salt: _salt, ...shown }: Manifest): Manifest {
  return shown;
}

/** The manifest of a snapshot, or what is wrong with it. Throws when there is no such snapshot, or it was retracted. */
export async function inspectManifest(folder: Folder, id: string): Promise<Inspected> {
  const root = snapshotFolder(folder, id);
  await refuseRetracted(folder, id);
  const bytes = await readBytes(folder.fs, root);
  return bytes instanceof Uint8Array ? checkManifest(folder.seals, id, bytes) : bytes;
}

/** The manifest that the bytes of a file are, or what is wrong with it. `seals` are those that were read before. */
export function checkManifest(seals: Map<string, string>, id: string, bytes: Buffer): Inspected {
  const { manifest, problem } = parseManifest(bytes);
  if (!manifest) return { problem };
  if (manifest.id !== id) return { problem: `is that of ${manifest.id}` };
  if (snapshotId(manifest.meta.created, manifest.contentHash) !== id)
    return { problem: 'has an id that is not that of its content hash' };
  const first = seals.get(id) ?? manifest.seal;
  seals.set(id, first);
  if (manifest.seal !== first)
    return { problem: 'is another than when it was first read; start again if it was replaced on purpose' };
  return { manifest };
}

export type Inspected = { manifest: Manifest; problem?: never; cause?: never } | Unread;

/** What is wrong with a manifest, and the error of reading it where there was one. */
interface Unread {
  manifest?: never;
  problem: string;
  cause?: unknown;
}

/** The bytes of a manifest, or why its folder has none: `is missing`. Throws when there is no folder. */
async function readBytes(fs: DurableFs, root: string): Promise<Buffer | Unread> {
  try {
    return Buffer.from(await fs.read(join(root, 'manifest.json'), mostBytes.manifest));
  } catch (error) {
    const problem = damageOf(error);
    if (problem === null) throw error;
    await fs.list(root).catch((missing: unknown) => {
      throw hasCode(missing, 'ENOENT') ? snapshotMissing(basename(root)) : missing;
    });
    return { problem, cause: error };
  }
}

/** Reads a manifest that stands nowhere yet, or says what is wrong with it. */
export function parseManifest(bytes: Buffer): Inspected {
  let value: { format?: unknown; seal?: unknown };
  try {
    value = z.looseObject({}).parse(JSON.parse(bytes.toString()));
  } catch {
    return { problem: 'is not a JSON object' };
  }
  // As it was written, without today's schema, so that a field added later does not break the seal.
  const { seal, ...rest } = value;
  if (!isWritten(bytes, value, rest, seal)) return { problem: 'is not what was written' };
  if (value.format !== 1 && value.format !== 2 && value.format !== 3)
    return { problem: `has the unknown format ${value.format} (known: 1, 2, 3)` };
  const read = manifestSchema.safeParse(value);
  if (read.success && (read.data.format === 2) !== (read.data.salt !== undefined))
    return { problem: 'is malformed at salt' };
  if (read.success && (read.data.format === 3) !== (read.data.listed !== undefined))
    return { problem: 'is malformed at listed' };
  return read.success
    ? { manifest: read.data }
    : { problem: `is malformed at ${read.error.issues[0]?.path.join('.')}` };
}

/** Whether bytes are what is written for a value, and its seal that of the rest. */
function isWritten(bytes: Buffer, value: object, rest: object, seal: unknown): boolean {
  try {
    return sha256(printManifest(rest)) === seal && bytes.equals(Buffer.from(printManifest(value)));
  } catch (error) {
    // What lies a hundred thousand deep can be read and not be printed; nothing that was written does.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A manifest as it is written. */
export function printManifest(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
