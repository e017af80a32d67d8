import type { Forms } from '../../numbers.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** What the desk says where a dataset's public edition protects people, in English. */
export const protection = {
  title: 'Protect people',
  what: 'What endangers somebody stays in the folder as it is known, and is published more coarsely: a day as its month, a city as its region. Rules in policy.json say which records; publishing then makes a public edition.',
  means:
    'A record that a rule picks is published without its words, notes, addresses and attributes, and under another id. Of all sources that it cites no words are published.',
  none: 'There are no rules: all of the folder is published as it is.',
  unsound: 'policy.json is no policy: “check” says what is wrong with it. It is mended in the file.',
  add: 'Add a rule',
  changes: 'See what each rule changes',
  id: 'Id of the rule: small letters, digits, hyphens',
  when: 'Which records: all that meet everything that is filled in here',
  field: {
    sensitive: 'marked with “yes” in the column “sensitive” of records.csv',
    kind: 'of one of these kinds',
    phase: 'before, during or after an assembly',
    attribute: 'with one of these values',
    source: 'that one of these sources states',
    place: 'In these places and what lies in them (names or ids, with ; between)',
    record: 'These records (ids, with ; between)',
    from: 'Possibly on this day or later',
    to: 'Possibly on this day or earlier',
    'date-as': 'The day is published as',
    'place-as': 'The place is published as',
  },
  how: 'How they are published',
  asItIs: 'it is',
  date: { month: 'its month', year: 'its year' },
  place: { region: 'its region', country: 'its country' },
  wordless: 'without words',
  look: 'See what it changes',
  changesTitle: 'What changes in every headline',
  changesWhat:
    'Each rule by itself, in a public edition that was made to see it and is thrown away: every sentence that is another with it than without it.',
  removeWhat: 'Without the rule these records are published as they are, with their words.',
  picks: forms('{n} record is protected', '{n} records are protected'),
  noHeadline: 'No headline changes.',
  without: 'Without the rule',
  with: 'With it',
  doubts: 'What it does not hide',
  last: 'This is the last rule: policy.json goes with it, and all of the folder is published as it is. Its secret is lost: protected records get other ids should there ever be rules again.',
  gone: 'policy.json is removed: there are no rules any more. Publish, so that it holds for readers.',
  save: 'Save the rule',
  notPublished: 'Nothing is published by this: that is done on the page “Publish”.',
  saved:
    'policy.json is saved. Publish, so that it holds for readers; snapshots of before have what they had.',
  remove: 'Remove',
};
export type ProtectionTexts = typeof protection;
