import { type Command, exits } from '../command.ts';
import { datasetFolder } from '../dataset.ts';
import { misuse } from '../failure.ts';
import { counted, visible } from '../output.ts';

export const sensitive: Command = {
  name: 'sensitive',
  summary: 'mark records that endanger people, for the rule that says how they are published; or list them',
  parameters: [
    { name: '<folder>', description: 'the folder of the dataset', required: true },
    {
      name: '<record,…>',
      description: 'ids of records; without them those that are marked are listed',
      required: false,
    },
  ],
  options: { undo: { description: 'take the mark back' } },
  async run(call) {
    const folder = await datasetFolder(call);
    const { isSensitive, markRecords, readFolderRows } = await import('@article21/import');
    const ids = (call.args[1] ?? '').split(',').flatMap((it) => it.trim() || []);
    if (ids.length === 0) {
      if (call.has('undo')) throw misuse('--undo needs the ids of records');
      const { records } = await readFolderRows(folder);
      const marked = records.filter(isSensitive).map(({ id = '' }) => id);
      return {
        exit: exits.done,
        json: { ok: true, command: 'sensitive', marked },
        text: marked.map(visible),
        notes: [`${counted(marked.length, 'record')} marked as sensitive`],
      };
    }
    const on = !call.has('undo');
    const edited = await markRecords(folder, { ids, isSensitive: on });
    if ('missing' in edited) throw misuse(`records.csv has no ${edited.missing.map(visible).join(', ')}`);
    const { done, changed, issues } = edited;
    const outcome = on ? 'marked as sensitive' : 'not sensitive any more';
    return {
      exit: done ? exits.done : exits.issues,
      json: { ok: done, command: 'sensitive', changed, issues },
      text: done
        ? [`${counted(changed.length, 'record')} ${outcome}`]
        : [...new Set(issues.map(({ file, message, hint }) => visible(`${file}: ${message}; ${hint}`)))],
      notes: done ? [] : ['nothing was written'],
    };
  },
};
