import { stat } from 'node:fs/promises';
import { isSnapshotId } from '@article21/model';
import { type Call, exits, type Result } from './command.ts';
import { readKeyFile, unusable } from './export/seal.ts';
import { misuse } from './failure.ts';
import { counted, visible } from './output.ts';
import type { MirrorReport, PublicKey } from './seal/index.ts';

/** Whether an argument of `verify` is a folder, and so a mirror and no snapshot. */
export async function isFolder(call: Call, typed: string): Promise<boolean> {
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
  const { verifyMirror } = await import('./seal/index.ts');
  const pinned = await pinnedKey(call);
  const since = notOlderThan(call);
  const dir = call.path(typed);
  const report = await verifyMirror(dir, {
    pinned,
    since,
    tell: (done, total) => call.progress.at(done, total, `verifying ${counted(total, 'file')}`),
  });
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
      ...foreign.map(
        (file) => `${visible(file)} is not of the export: the owner of the web space put it there`,
      ),
      signatureText(report),
    ],
  };
}

/** What the signature proves, and what it does not. */
function signatureText({ signature, problems }: MirrorReport): string {
  const when = signature?.signed ? `, on ${signature.signed}` : '';
  if (signature?.pinned)
    return `its list of files is signed with the key that was named, ${signature.key}${when}`;
  if (signature)
    return (
      `its list of files is signed with key ${signature.key}, which stands beside it and so proves nothing by itself: ` +
      'compare it with what its owner published, or name that with --key'
    );
  if (problems.some(({ file }) => file.startsWith('manifest.json') || file === 'minisign.pub'))
    return 'nobody can say from it whose files these are';
  return 'it is not signed: whoever changed a file could have changed the list as well';
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** How new a mirror must be, in milliseconds: `2026-11-28`, a time, or so long ago (`30d`); null where nobody said. */
// The time of day, because the signature has it.
function notOlderThan(call: Pick<Call, 'value'>, now = Date.now()): number | null {
  const typed = call.value('not-older-than');
  if (typed === undefined) return null;
  const form = 'a day (2026-11-28), a time (2026-11-28T12:00:00Z), or a duration (12h, 30d, 8w)';
  if (call.value('key') === undefined)
    throw misuse(
      '--not-older-than needs --key: who replaced the files could have signed them today with another key',
    );
  const [, number, unit = ''] = /^(\d{1,5})([hdw])$/.exec(typed) ?? [];
  if (number !== undefined) return now - Number(number) * (UNITS[unit] ?? 0);
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/.test(typed)
    ? Date.parse(typed)
    : Number.NaN;
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(typed.slice(0, 10)))
    throw misuse(`--not-older-than is ${form}, not "${visible(typed)}"`);
  return time;
}

export async function pinnedKey(call: Call): Promise<PublicKey | null> {
  const typed = call.value('key');
  if (typed === undefined) return null;
  const { readPublicKey } = await import('./seal/index.ts');
  // The one line itself, as it is published on a page.
  const text = /^RW[\w+/]{54}$/.test(typed) ? typed : await readKeyFile(call, typed);
  try {
    return readPublicKey(text);
  } catch (error) {
    throw unusable(typed, error);
  }
}
