import { type Command, exits } from '../command.ts';
import {
  datasetFolder,
  foundIn,
  readDataset,
  refused,
  tallyLines,
  titleLine,
  warningLines,
  warningNotes,
} from '../dataset.ts';
import { counted } from '../output.ts';

export const check: Command = {
  name: 'check',
  summary: 'read a dataset and list everything that is wrong with it; publishes nothing',
  parameters: [{ name: '<dir>', description: 'the folder of the dataset', required: true }],
  options: { all: { description: 'list every issue and warning, not only the first 100 of each kind' } },
  async run(call) {
    const outcome = await readDataset(await datasetFolder(call), call);
    const meta = outcome.ok ? outcome.reading.meta : null;
    const records = outcome.ok ? await count(outcome.reading.records()) : 0;
    const { tallies } = outcome.ok ? { tallies: outcome.reading.tallies() } : outcome;
    const json = { command: 'check', dataset: meta, records, tallies };
    const found = foundIn(outcome);
    if (meta === null || found.issueCount > 0)
      return refused(call, found, json, 'a dataset with any issue cannot be published');
    return {
      exit: exits.done,
      json: { ok: true, ...json, ...found },
      text: [
        titleLine(meta),
        ...tallyLines(tallies),
        `${counted(records, 'record')}, no issues`,
        ...warningLines(call, found),
      ],
      notes: warningNotes(found),
    };
  },
};

async function count(records: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  for await (const _ of records) n += 1;
  return n;
}
