import { type Command, exits } from '../command.ts';
import { datasetFolder } from '../dataset.ts';
import { failure, misuse } from '../failure.ts';
import { counted, visible } from '../output.ts';

export const regions: Command = {
  name: 'regions',
  summary: 'say in which region the towns of a dataset lie, by GeoNames, for rules that publish a region',
  parameters: [{ name: '<folder>', description: 'the folder of the dataset', required: true }],
  options: {
    in: {
      value: '<town=region,…>',
      description: 'what GeoNames leaves open: ids of places, or the answers that are proposed',
    },
  },
  async run(call) {
    const typed = call.args[0] ?? '';
    const folder = await datasetFolder(call, typed);
    const { addRegions } = await import('@article21/import');
    const added = await addRegions(folder, answersIn(call.value('in') ?? ''));
    if (added === null)
      throw misuse('--in names a region that is no place of the dataset and none of GeoNames');
    const { given, open, issues } = added;
    if (issues.length > 0)
      throw failure(exits.issues, 'issues', `${typed} has issues: see article21 check ${typed}`);
    return {
      exit: open.length === 0 ? exits.done : exits.issues,
      json: {
        ok: open.length === 0,
        command: 'regions',
        given,
        open: open.map(({ proposals, ...it }) => ({
          ...it,
          proposals: proposals.map(({ answer, name }) => ({ answer, name })),
        })),
      },
      text: [
        `${counted(given.length, 'place')} said to lie in their region`,
        ...open.map(({ id, records, proposals }) => {
          const answers = proposals.map((it) => `${it.answer} (${visible(it.name)})`).join(', ');
          const which = answers || 'add a place of the kind region to places.csv, and name it';
          return `  ${id}, ${counted(records, 'record')}: --in ${id}=… ${which}`;
        }),
      ],
      notes: [],
    };
  },
};

function answersIn(typed: string): Record<string, string> {
  const pairs = typed.split(',').filter((it) => it !== '');
  const answers = pairs.map((it) => /^([^=]+)=(.+)$/.exec(it.trim())?.slice(1));
  if (answers.some((it) => it === undefined))
    throw misuse(`--in takes pairs like aktau=KZ.09; it was given ${typed}`);
  return Object.fromEntries(answers.flatMap((it) => (it === undefined ? [] : [it])));
}
