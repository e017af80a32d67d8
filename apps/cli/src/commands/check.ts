import type { DatasetReading } from '@article21/model';
import { type Call, type Command, exits } from '../command.ts';
import { datasetFolder, refused, tallyLines, titleLine } from '../dataset.ts';
import { counted } from '../output.ts';

export const check: Command = {
  name: 'check',
  summary: 'read a dataset and list everything that is wrong with it; publishes nothing',
  parameters: [{ name: '<dir>', description: 'the folder of the dataset', required: true }],
  options: { all: { description: 'show every issue, not only the first of each kind' } },
  async run(call) {
    const dir = await datasetFolder(call);
    const { readDataset } = await import('@article21/ingest');
    const consequence = 'a dataset with any issue cannot be published';
    const outcome = await readDataset(dir);
    if (!('reading' in outcome)) {
      const json = { command: 'check', dataset: null, records: 0, tallies: [] };
      return refused(call, outcome.issues, json, consequence);
    }
    const { reading } = outcome;
    const records = await readThrough(reading, call);
    const tallies = reading.tallies();
    const json = { command: 'check', dataset: reading.meta, records, tallies };
    const issues = reading.issues();
    if (issues.length > 0) return refused(call, issues, json, consequence);
    return {
      exit: exits.done,
      json: { ok: true, ...json, issues },
      text: [titleLine(reading.meta), ...tallyLines(tallies), `${counted(records, 'record')}, no issues`],
    };
  },
};

async function readThrough(reading: DatasetReading, { progress }: Call): Promise<number> {
  let records = 0;
  for await (const _ of reading.records()) {
    records += 1;
    progress.at(records, null, `reading, ${counted(records, 'record')}`);
  }
  return records;
}
