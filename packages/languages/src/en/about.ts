import type { Forms } from '../forms.ts';

/** What the page about the data says, in English. */
export const about = {
  title: 'About the data',
  served: 'What is shown here',
  number: 'Version',
  made: 'Created on',
  extent: 'Days that the records cover',
  noExtent: 'no record has a date',
  contributors: 'Created by',
  versions: 'Versions',
  versionsText:
    'A published version never changes and is never deleted. A link that names one shows the same numbers for ever.',
  current: 'current',
  shown: 'shown here',
  view: 'Show this version',
  changes: 'What changed',
  since: 'Compared with',
  before: 'the version before it',
  first: 'This is the first version: there is none to compare it with.',
  none: 'No record was added, removed or changed.',
  added: { one: '{n} record added', other: '{n} records added' } as Forms,
  removed: { one: '{n} record removed', other: '{n} records removed' } as Forms,
  changed: { one: '{n} record changed', other: '{n} records changed' } as Forms,
  what: { added: 'added', removed: 'removed', changed: 'changed' },
  /** The columns of a record. */
  column: {
    kind: 'Kind',
    place: 'Place',
    date: 'Date as stated',
    charted: 'Counted on',
    assembly: 'Assembly',
    phase: 'Phase',
    count: 'Number',
    amount: 'Amount',
    days: 'Days of arrest',
    basis: 'Type of data',
    note: 'Coder’s note',
    attributes: 'Attributes',
    evidence: 'Evidence',
  },
  nothing: 'nothing',
  listed: { one: 'The first {n} is listed.', other: 'The first {n} are listed.' } as Forms,
  rights: 'Quoted documents stay their publishers’; each source says what is allowed.',
  recordFiles: 'Records as files',
  recordFilesText:
    'Every record with the bounds of its dates and numbers, its quotations, sources and address. CSV (at most 100,000 records) and Excel (at most 20,000) have the individual incidents, Parquet also has the summary figures. Words of internal sources are in none of them.',
  verify: 'How to verify',
  verifyText:
    'The id of a version is the day it was made and the first 16 digits of a hash over its files, so that nobody can change a file and keep the id. Copy the list of hashes into a file, and beside the files of the version compare them:',
  verifyServer: 'Whoever runs a copy of this site compares every byte of a version with its manifest:',
  files: { one: '{n} file', other: '{n} files' } as Forms,
  file: 'File',
  bytes: 'Bytes',
  copyHashes: 'Copy the hashes',
  cite: 'How to cite',
  citeText: 'Each form names the version and links to it, so that your readers see the numbers that you saw.',
};

export type AboutTexts = typeof about;
