import type { Forms } from '../forms.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** What the desk says where a dataset's public edition protects people, in English. */
export const protection = {
  title: 'Protect people',
  what: 'What endangers somebody stays in the folder as it is known, and is published more coarsely: a day as its month, a city as its region. Rules in policy.json say which records; publishing then makes a public edition.',
  means:
    'A record that a rule picks is published without its words, notes, addresses and attributes, and under another id. Of all sources that it cites no words are published.',
  isNew:
    'There is no dataset in this folder yet. Rules are made for records: bring a table or code a statement first.',
  none: 'There are no rules: all of the folder is published as it is.',
  unsound: 'policy.json is no policy: “check” says what is wrong with it. It is mended in the file.',
  add: 'Add a rule',
  changes: 'See what each rule changes',
  id: 'Id of the rule: small letters, digits, hyphens; leave it empty to have one made',
  when: 'Which records: all that meet everything that is filled in here',
  /** What was typed of a rule that is none. */
  wrong: {
    id: 'An id has only small Latin letters, digits and hyphens; {value} has something else.',
    when: 'Say which records the rule is for: fill in at least one condition.',
    place: 'There is no place {value} in the dataset.',
    record: 'There is no record {value} in the dataset.',
    day: 'Write days like 2012-06-15; {value} is no such day.',
  },
  field: {
    sensitive: 'that are marked as sensitive',
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
  /** Something that rules do not hide, by its code. */
  doubt: {
    gaps: 'Numbers are missing among the ids of the other records ({n} protected records, {id} is one): the gaps tell how many there are, and where in the list. Give records ids that do not count.',
    idle: 'The rule {rule} picks no record.',
    only_place:
      '{only} is the only place in {coarse}: saying {coarse} hides nothing. Say the country, or add the other places.',
    shared_source:
      'The words of the source “{source}” are withheld from {n} other records too; its title is shown with these.',
    remarks:
      'annotations.csv has remarks on places where protected records are ({n}): look whether they name them.',
  },
  last: 'This is the last rule: policy.json goes with it, and all of the folder is published as it is. Its secret is lost: protected records get other ids should there ever be rules again.',
  gone: 'policy.json is removed: there are no rules any more. Publish, so that it holds for readers.',
  save: 'Save the rule',
  notPublished: 'Nothing is published by this: that is done on the page “Publish”.',
  saved:
    'policy.json is saved. Publish, so that it holds for readers; snapshots of before have what they had.',
  remove: 'Remove',
  regions: {
    title: 'Places without a region',
    records: forms(
      '{n} record is in a place of which the folder does not say in which region it lies:',
      '{n} records are in places of which the folder does not say in which region they lie:',
    ),
    what: 'A rule that picks records of a region does not reach these, and none of them can be published as its region. GeoNames knows the region of most towns; it becomes a place, and the town is said to lie in it. On the command line: article21 regions <folder>.',
    where: 'Where {place} lies:',
    add: 'Add the regions',
    added: forms('{n} place is said to lie in its region.', '{n} places are said to lie in their region.'),
  },
  marking: {
    title: 'Sensitive records',
    link: 'sensitive?',
    what: 'A rule for sensitive records says how they are published; without one none can be marked. What is marked stands in the column “sensitive” of records.csv.',
    search: 'Id, kind, place or date',
    find: 'Find',
    marked: 'sensitive',
    unmarked: 'not sensitive',
    count: 'sensitive: {n}',
    mark: 'Mark as sensitive',
    unmark: 'Not sensitive any more',
    unruled: 'Nothing can be marked: no rule says yet how sensitive records are published. Add one first.',
    noneChosen: 'Nothing was changed: choose records first.',
    done: forms('{n} record is marked as sensitive.', '{n} records are marked as sensitive.'),
    undone: forms('{n} record is not sensitive any more.', '{n} records are not sensitive any more.'),
    undo: 'Undo',
    previous: 'Previous page',
    next: 'Next page',
    all: 'All records',
  },
};
export type ProtectionTexts = typeof protection;
