import type { Forms } from '../forms.ts';

/** The search over places, records and sentences, in English. */
export const search = {
  title: 'Search',
  hint: 'Searches the names of places in all languages, the records, and the sentences of the public sources: all words must occur, capitals and accents make no difference.',
  words: 'Words to search for',
  find: 'Search',
  nothing: 'Nothing has all of these words.',
  found: { one: '{n} record or sentence', other: '{n} records and sentences' } as Forms,
  /** Of a very large dataset. */
  unsearched: {
    one: '{n} more record was not searched: there are too many.',
    other: '{n} more records were not searched: there are too many.',
  } as Forms,
  morePlaces: {
    one: 'and {n} more place: more letters of its name find it',
    other: 'and {n} more places: more letters of their names find them',
  } as Forms,
  unsearchedSources: {
    one: '{n} long source was not searched; it can be read:',
    other: '{n} long sources were not searched; they can be read:',
  } as Forms,
  records: 'Records',
  sentences: 'Sentences of sources',
  before: 'Back',
  needsScript:
    'Without JavaScript this copy of the site cannot be searched; its sources can be read, and searched by the browser:',
};
