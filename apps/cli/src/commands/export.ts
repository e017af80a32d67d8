import type { Snapshot, Store } from '@article21/store';
import { type Call, type Command, exits, type Result } from '../command.ts';
import { dashboardFolder } from '../dashboard.ts';
import { titleLine } from '../dataset.ts';
import type { NewFolder } from '../export/folder.ts';
import { failure, misuse } from '../failure.ts';
import { counted } from '../output.ts';
import { openDataDir, placeOfStore, pointedAt, requireSnapshot } from '../store.ts';

export const exportSite: Command = {
  name: 'export',
  summary: 'write the whole site as static files, which any web space can serve without the API',
  parameters: [
    {
      name: '<dir>',
      description: 'a folder that is empty, not there yet, or an earlier export',
      required: true,
    },
  ],
  options: {
    'base-url': {
      value: '<url>',
      description: 'where the mirror will stand: cards, search engines and pictures then name it',
    },
    snapshot: { value: '<id>', description: 'the snapshot to export (default: the one served)' },
    sign: {
      value: '<file>',
      description: 'a minisign or Ed25519 (PEM) secret key to sign the list of files with',
    },
    site: { value: '<dir>', description: 'the built dashboard (default: the one built beside this program)' },
  },
  async run(call) {
    const [{ readDashboard }, { startFolder }, { sealFolder, signingKey }, { writeSite }] = await Promise.all(
      [
        import('../export/assets.ts'),
        import('../export/folder.ts'),
        import('../export/seal.ts'),
        import('../export/site.ts'),
      ],
    );
    const target = call.path(call.args[0] ?? '');
    const site = call.value('site');
    const dashboard = await readDashboard(site === undefined ? dashboardFolder : call.path(site));
    const baseUrl = readBaseUrl(call.value('base-url'));
    const key = await signingKey(call);
    const store = await openDataDir(call);
    const snapshot = await store.open(await asked(store, call));
    try {
      const folder = await startFolder(target);
      try {
        await writeSite({ store, snapshot, dashboard, folder, progress: call.progress, baseUrl });
        const signedWith = await sealFolder(folder, snapshot, key);
        await refuseRetracted(store, snapshot.id);
        await folder.finish();
        return exported(target, snapshot, folder, signedWith);
      } finally {
        await folder.discard();
      }
    } finally {
      await snapshot.close();
    }
  },
};

/** To write a site takes a while, in which somebody may have retracted what it is of. */
async function refuseRetracted(store: Store, id: string): Promise<void> {
  if (!(await store.retractions()).has(id)) return;
  throw failure(
    exits.failed,
    'retracted',
    `${id} was retracted while it was exported: nothing was put in its place`,
  );
}

function exported(
  dir: string,
  { id, manifest }: Snapshot,
  { files: written }: NewFolder,
  signedWith: string | null,
): Result {
  const bytes = written.reduce((sum, file) => sum + file.bytes, 0);
  const { records, meta } = manifest;
  const files = written.length;
  return {
    exit: exits.done,
    json: { ok: true, command: 'export', dir, snapshot: id, records, files, bytes, signedWith },
    text: [
      `${id} is exported to ${dir}`,
      titleLine(meta),
      `${counted(records, 'record')}, ${counted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`,
      ...(signedWith === null
        ? []
        : [`signed with key ${signedWith}; publish minisign.pub where people know you`]),
    ],
  };
}

/** An absolute address with a slash at its end; null where none was typed. */
function readBaseUrl(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw misuse(
      `--base-url is the address of a folder, such as https://example.org/mirror/, not "${typed}"`,
    );
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

async function asked(store: Store, call: Call): Promise<string> {
  const typed = call.value('snapshot');
  if (typed !== undefined) return requireSnapshot(store, typed);
  const { id, problem } = await pointedAt(store);
  if (problem !== null) throw failure(exits.damaged, 'damaged', problem);
  if (id !== null) return id;
  throw failure(
    exits.failed,
    'nothing_published',
    `nothing has been published in ${await placeOfStore(call)} yet`,
  );
}
