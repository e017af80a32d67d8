/** The workbook that is given to who begins a table of their own, in English. Its shape is that of every language. */
export const template = {
  records: 'Records',
  help: 'Help',
  lists: 'Lists',
  columns: {
    number: 'No.',
    kind: 'Kind',
    place: 'Place',
    date: 'Date',
    phase: 'Phase',
    count: 'How many',
    amount: 'Amount',
    days: 'Days of arrest',
    note: 'Note',
    link: 'Source (link)',
  },
  means: {
    number:
      'A number of your own that never changes: by it the next version of the table finds the row again.',
    kind: 'What happened. Choose one from the list.',
    place: 'The town where it happened, in any language.',
    date: '2024-03-12; a month as 2024-03; about that day as 2024-03-12~; between two days as 2024-03-12/2024-03-14.',
    phase: 'Before, during or after the assembly. Empty where the source does not say.',
    count:
      '12; about ten ~10; 30 to 40 is 30-40; at least two 2+; up to twenty 0-20; a report without a number ?',
    amount: 'Of fines: the sum with its currency, 32000 KZT; ? where it is not stated.',
    days: 'Of arrests: the days imposed on all of them together.',
    note: 'Whatever you had to decide. No names of people who were detained, fined, arrested or warned.',
    link: 'The address of what you read it in. Several with spaces between them.',
  },
  intro: [
    'Write one row for each event on the sheet “Records”, and delete the three examples.',
    'The cells are text, so that the spreadsheet makes no dates of 3-5 and 2024-03. Leave them so.',
    'Then: article21 import <this file> --into <folder>',
  ],
  places: ['Almaty', 'Astana', 'Aktobe'] as readonly string[],
  example: 'An example: delete this row',
};
export type TemplateTexts = typeof template;
