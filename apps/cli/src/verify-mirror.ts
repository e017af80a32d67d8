import { stat } from 'node:fs/promises';
import type { MirrorReport, PublicKey } from '@article21/mirror/seal';
import { type Call, exits, type Result } from './command.ts';
import { readKeyFile, unusable } from './export/seal.ts';
import { counted, visible } from './output.ts';

/** Whether an argument of `verify` is a folder, and so a mirror and no snapshot. */
export async function isFolder(call: Call, typed: string): Promise<boolean> {
  const { isSnapshotId } = await import('@article21/store');
  if (isSnapshotId(typed)) return false;
  try {
    return (await stat(call.path(typed))).isDirectory();
  } catch {
    // What cannot be looked at is no folder of a mirror; it may be the id of a snapshot.
    return false;
  }
}

/** Compares an exported site with its manifest and its signature. */
export async function verifyExported(call: Call, typed: string): Promise<Result> {
  const { verifyMirror } = await import('@article21/mirror/seal');
  const pinned = await pinnedKey(call);
  const dir = call.path(typed);
  const report = await verifyMirror(dir, pinned, (done, total) =>
    call.progress.at(done, total, `verifying ${counted(total, 'file')}`),
  );
  const ok = report.problems.length === 0;
  const { manifest, problems, foreign, signature } = report;
  const { snapshot = null, files } = manifest ?? {};
  return {
    exit: ok ? exits.done : exits.damaged,
    json: {
      ok,
      command: 'verify',
      mirror: { dir, snapshot, files: files?.length ?? null, problems, foreign, signature },
    },
    text: ok
      ? [`${typed} is what was exported: snapshot ${snapshot}, ${counted(files?.length ?? 0, 'file')}`]
      : problems.map(({ file, problem }) => `${call.paint.bold(visible(file))}  ${visible(problem)}`),
    notes: [
      ...(ok ? [] : [`the mirror is not what was exported: ${counted(problems.length, 'problem')}`]),
      ...foreign.map((file) => `${file} is not of the export: the owner of the web space put it there`),
      said(report),
    ],
  };
}

/** What the signature proves, and what it does not. */
function said({ signature, problems }: MirrorReport): string {
  if (signature?.pinned) return `its list of files is signed with the key that was named, ${signature.key}`;
  if (signature)
    return (
      `its list of files is signed with key ${signature.key}, which stands beside it and so proves nothing by itself: ` +
      'compare it with what its owner published, or name that with --key'
    );
  if (problems.some(({ file }) => file.startsWith('manifest.json') || file === 'minisign.pub'))
    return 'nobody can say from it whose files these are';
  return 'it is not signed: whoever changed a file could have changed the list as well';
}

async function pinnedKey(call: Call): Promise<PublicKey | null> {
  const typed = call.value('key');
  if (typed === undefined) return null;
  const { readPublicKey } = await import('@article21/mirror/seal');
  // The one line itself, as it is published on a page.
  const text = /^RW[\w+/]{54}$/.test(typed) ? typed : await readKeyFile(call, typed);
  try {
    return readPublicKey(text);
  } catch (error) {
    throw unusable(typed, error);
  }
}
