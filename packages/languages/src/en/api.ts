/** What the page that documents the API says around its addresses, in English. `{code}` stands for text in code. */
export const api = {
  title: 'The numbers, as data',
  lead:
    'Every chart of this site is drawn from these addresses. They are for reading, need no key, and may be called from any ' +
    'page. The same query draws a chart, its table and the list of records behind it.',
  openApi: 'OpenAPI 3.1 description',
  version: 'version {version}',
  /** Over the addresses, which have their English of the contract in every language. */
  inEnglish: '',
  addresses: 'Addresses',
  tryIt: 'Try it',
  answer: 'An answer, {type}',
  key: 'Key',
  meaning: 'Meaning',
  programs: {
    title: 'Read it into a program',
    empty: 'An empty cell is what no source states, never zero: pandas and R read it as a missing value.',
    withoutTotals: 'without totals',
    shell: 'A shell',
  },
  rules: {
    title: 'What holds for all of them',
    list: [
      {
        name: 'No record is not the number zero',
        text:
          'A group without any record is absent from an answer. What sources leave open stays open: `high` is null where no ' +
          'upper bound is stated, and `unnumbered` counts reports without a number.',
      },
      {
        name: 'An answer can be cited',
        text:
          'With `snapshot=` an address answers the same bytes for ever. Without it, the current snapshot answers, and an ' +
          '`ETag` tells whether anything changed.',
      },
      {
        name: 'Nothing is guessed',
        text:
          'An unknown or repeated key, an unknown value or a period that ends before it begins is refused, and the answer ' +
          'names what is known.',
      },
    ],
  },
  refusals: {
    title: 'When a request is refused',
    text:
      'The answer is `application/problem+json` (RFC 9457). Its `issues` name each key that could not be read, what it said, ' +
      'and how to mend it.',
    kind: 'Kind',
    status: 'Status',
  },
};

export type ApiTexts = typeof api;
