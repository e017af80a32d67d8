import { isSnapshotId } from '@article21/model';
import { sha256 } from '@article21/store';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** A path that stays within the folder: no empty part, no `.` or `..`, no backslash, nothing that is not shown. */
const path = z
  .string()
  .max(1024)
  .regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\p{Cc}]+$/u);

/** What a mirror is made of: every file but this one, its signature and the key. Sealed by a hash of itself. */
const mirrorManifestSchema = z.strictObject({
  format: z.literal(1),
  kind: z.literal('article21-mirror'),
  snapshot: z.string().refine(isSnapshotId),
  title: z.string(),
  version: z.string(),
  synthetic: z.boolean(),
  records: count,
  files: z.array(z.strictObject({ path, bytes: count, sha256: hash })),
  seal: hash,
});

export type MirrorManifest = z.infer<typeof mirrorManifestSchema>;

/** The manifest and what belongs to it, beside the files that it lists. */
export const sealFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.json.minisig',
  publicKey: 'minisign.pub',
} as const;

/** The text of a manifest, sealed; the same files give the same text. */
export function printManifest(manifest: Omit<MirrorManifest, 'seal'>): string {
  const files = [...manifest.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const rest = { ...mirrorManifestSchema.omit({ seal: true }).parse({ ...manifest, files }) };
  return print({ ...rest, seal: sha256(print(rest)) });
}

/** Reads a manifest, or says what is wrong with it: `is not what was written`. */
export function readMirrorManifest(
  bytes: Uint8Array,
): { manifest: MirrorManifest; problem?: never } | { manifest?: never; problem: string } {
  const text = Buffer.from(bytes).toString();
  const value = parsed(text);
  if (value === null) return { problem: 'is not a JSON object' };
  if (value.kind !== 'article21-mirror') return { problem: 'is not that of an exported site' };
  const { seal, ...rest } = value;
  // As it was written, without today's schema, so that a field added later does not break the seal.
  if (!isWritten(value, text, seal, rest)) return { problem: 'is not what was written' };
  if (value.format !== 1) return { problem: `has the unknown format ${String(value.format)} (known: 1)` };
  const read = mirrorManifestSchema.safeParse(value);
  return read.success
    ? { manifest: read.data }
    : { problem: `is malformed at ${read.error.issues[0]?.path.join('.')}` };
}

/** Whether a text is what is written for a value, and its seal that of the rest. */
function isWritten(value: object, text: string, seal: unknown, rest: object): boolean {
  try {
    return sha256(print(rest)) === seal && text === print(value);
  } catch (error) {
    // What lies a hundred thousand deep can be read and not be printed; nothing that was written does.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
