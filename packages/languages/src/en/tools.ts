import type { Forms } from '../forms.ts';

/** What one can do with numbers and texts: sort, copy, take away. In English. */
export const tools = {
  copyTable: 'Copy the table',
  copy: 'Copy',
  copied: 'Copied.',
  copiedRows: { one: '{n} row copied.', other: '{n} rows copied.' } as Forms,
  notCopied: 'The browser did not allow copying. Select the text, or download it.',
  sheetCsv: 'CSV for spreadsheets',
  showAll: { one: 'Show all {n} row', other: 'Show all {n} rows' } as Forms,
  shown: '{shown} of {all} rows are shown.',
  older: 'This is an older version of the data ({snapshot}). The current one may say something else.',
  otherDataset:
    'This is another dataset, “{title}” ({snapshot}). The one that is served here now is “{current}”.',
  share: 'Share',
  expression: 'Coded as',
  rates: 'Exchange rates',
  asEstimate: 'Counted as',
  countedOn: 'Counted on',
  assembly: 'Assembly',
  byDay: 'the source dates it to the day',
  sortBy: 'Choose the heading of a column to sort by it.',
};

export type ToolTexts = typeof tools;
