import type { Store } from '@article21/store';
import { type Call, type Command, exits } from '../command.ts';
import { dashboardFolder } from '../dashboard.ts';
import { titleLine } from '../dataset.ts';
import { failure } from '../failure.ts';
import { counted } from '../output.ts';
import { openDataDir, pointedAt, requireSnapshot } from '../store.ts';

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
    snapshot: { value: '<id>', description: 'the snapshot to export (default: the one served)' },
    site: { value: '<dir>', description: 'the built dashboard (default: the one built beside this program)' },
  },
  async run(call) {
    const [{ readDashboard }, { startFolder }, { writeSite }, { writeManifest }] = await Promise.all([
      import('../export/assets.ts'),
      import('../export/folder.ts'),
      import('../export/site.ts'),
      import('../export/seal.ts'),
    ]);
    const target = call.path(call.args[0] ?? '');
    const site = call.value('site');
    const dashboard = await readDashboard(site === undefined ? dashboardFolder : call.path(site));
    const store = await openDataDir(call);
    const snapshot = await store.open(await asked(store, call));
    try {
      const folder = await startFolder(target);
      try {
        await writeSite({ store, snapshot, dashboard, folder, progress: call.progress });
        await writeManifest(folder, snapshot);
        await folder.finish();
      } finally {
        await folder.discard();
      }
      const { id, manifest } = snapshot;
      const bytes = folder.files.reduce((sum, file) => sum + file.bytes, 0);
      const files = folder.files.length;
      return {
        exit: exits.done,
        json: {
          ok: true,
          command: 'export',
          dir: target,
          snapshot: id,
          records: manifest.records,
          files,
          bytes,
        },
        text: [
          `${id} is exported to ${target}`,
          titleLine(manifest.meta),
          `${counted(manifest.records, 'record')}, ${counted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`,
        ],
      };
    } finally {
      await snapshot.close();
    }
  },
};

async function asked(store: Store, call: Call): Promise<string> {
  const typed = call.value('snapshot');
  if (typed !== undefined) return requireSnapshot(store, typed);
  const { id, problem } = await pointedAt(store);
  if (problem !== null) throw failure(exits.damaged, 'damaged', problem);
  if (id !== null) return id;
  throw failure(exits.failed, 'nothing_published', `nothing has been published in ${call.dataDir} yet`);
}
