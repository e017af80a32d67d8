import { readNamedText } from '@article21/ingest/named-text';
import type { Snapshot } from '@article21/store';
import { type Call, exits } from '../command.ts';
import { failure, misuse } from '../failure.ts';
import { printManifest, type SigningKey, sealFiles } from '../seal/index.ts';
import type { NewFolder } from './folder.ts';

/** Where the password of a locked key is looked for. */
const PASSWORD = 'ARTICLE21_KEY_PASSWORD';

/** In bytes; a key has some hundred. */
const LARGEST_KEY = 10_000;

/** The key that `--sign` names; null where nothing is to be signed. Throws one sentence that names the file. */
export async function signingKey(call: Call): Promise<SigningKey | null> {
  const typed = call.value('sign');
  if (typed === undefined) return null;
  const text = await readKeyFile(call, typed);
  const { isLocked, readSecretKey } = await import('../seal/index.ts');
  const password = call.io.env[PASSWORD] ?? null;
  if (isLocked(text) && password === null)
    throw misuse(`the key ${typed} is locked with a password: put that into the variable ${PASSWORD}`);
  try {
    return readSecretKey(text, password);
  } catch (error) {
    throw unusable(typed, error);
  }
}

/** Reads a file that holds a key. Throws one sentence where it cannot be read. */
export async function readKeyFile(call: Call, typed: string): Promise<string> {
  const text = await readNamedText(call.path(typed), LARGEST_KEY).catch((error: NodeJS.ErrnoException) => {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw misuse(`there is no file ${typed}`);
    throw failure(exits.failed, 'failed', `the key ${typed} cannot be read (${code})`, error);
  });
  if (text === null)
    throw misuse(`the key ${typed} cannot be used: it has more than ${LARGEST_KEY} bytes, which no key has`);
  return text;
}

/** A key that was read and is none. */
export function unusable(typed: string, error: unknown): Error {
  return misuse(`the key ${typed} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
}

/** Lists every file that was written, with its length and hash, and signs the list. Answers the id of the key. */
export async function sealFolder(
  folder: NewFolder,
  { id, manifest }: Snapshot,
  key: SigningKey | null,
): Promise<string | null> {
  const { title, version, synthetic } = manifest.meta;
  const data = printManifest({
    format: 1,
    kind: 'article21-mirror',
    snapshot: id,
    title,
    version,
    synthetic,
    records: manifest.records,
    files: [...folder.files],
  });
  await folder.putUnlisted({ path: sealFiles.manifest, data });
  if (key === null) return null;
  const { printKeyId, printPublicKey, printSignature } = await import('../seal/index.ts');
  // As minisign writes it. The time of day, because by it a mirror is told from an earlier one that is put in its place.
  const comment = `timestamp:${Math.floor(Date.now() / 1000)}\tfile:${sealFiles.manifest}\tsnapshot:${id}`;
  await folder.putUnlisted({
    path: sealFiles.signature,
    data: printSignature(Buffer.from(data), key, comment),
  });
  await folder.putUnlisted({ path: sealFiles.publicKey, data: printPublicKey(key) });
  return printKeyId(key.id);
}
