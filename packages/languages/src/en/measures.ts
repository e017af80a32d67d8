import type { MeasureTexts } from '../measure-texts.ts';

/** What is said of each measure, in English. */
export const measures = {
  rejected_applications: {
    label: 'Rejected applications',
    panel: 'Rejected applications',
    short: 'Rejected',
    unit: 'applications',
    definition:
      'Applications to hold an assembly that authorities refused, each counted once, however many organisations or people made it.',
    caveat:
      'Where a source says only that applications in several cities were rejected, at least one is counted in each.',
    none: 'No record of rejected applications',
    noun: same({ one: 'rejected application', other: 'rejected applications' }),
  },
  detentions: {
    label: 'Detentions',
    panel: 'Detentions (people)',
    short: 'Detentions',
    unit: 'people',
    definition: 'People taken or held by police before, during or after an assembly.',
    caveat: 'People are counted each time they are detained. A summons or a warning is not a detention.',
    none: 'No record of detentions',
    noun: same({ one: 'detention', other: 'detentions' }),
  },
  fines: {
    label: 'Fines',
    panel: 'Fines imposed (EUR)',
    short: 'Fines',
    unit: 'EUR',
    definition: 'Fines imposed on people for taking part in, organising or announcing an assembly, in euros.',
    caveat:
      'Imposed, not paid. Amounts in other currencies are converted at the rate that the dataset states. A fine whose amount no source states adds nothing to the sum.',
    none: 'No record of fines',
    noun: null,
  },
  arrest_days: {
    label: 'Arrest days',
    panel: 'Administrative arrest imposed (days)',
    short: 'Arrest',
    unit: 'days',
    definition: 'Days of administrative arrest to which people were sentenced, added up over all of them.',
    caveat: 'Imposed, not served: how long people were really held is not known from the sentence.',
    none: 'No record of administrative arrest',
    noun: same({
      one: 'day of administrative arrest imposed',
      other: 'days of administrative arrest imposed',
    }),
  },
  people_fined: {
    label: 'People fined',
    panel: 'People fined',
    short: 'Fined',
    unit: 'people',
    definition: 'People on whom a fine was imposed over an assembly.',
    caveat: 'People are counted each time they are fined.',
    none: 'No record of people fined',
    noun: same({ one: 'person fined', other: 'people fined' }),
  },
  people_arrested: {
    label: 'People sentenced to arrest',
    panel: 'People sentenced to administrative arrest',
    short: 'Sentenced to arrest',
    unit: 'people',
    definition: 'People sentenced to administrative arrest over an assembly.',
    caveat: 'People are counted each time they are sentenced. Being detained is not an arrest.',
    none: 'No record of people sentenced to arrest',
    noun: same({ one: 'person sentenced to arrest', other: 'people sentenced to arrest' }),
  },
  warnings: {
    label: 'Warnings',
    panel: 'Warnings (people)',
    short: 'Warnings',
    unit: 'people',
    definition: 'People whom authorities warned that an assembly may have consequences for them.',
    caveat: 'People are counted each time they are warned. Many warnings never become known.',
    none: 'No record of warnings',
    noun: same({ one: 'warning', other: 'warnings' }),
  },
  other_restrictions: {
    label: 'Other restrictions',
    panel: 'Other restrictions (reports)',
    short: 'Other',
    unit: 'reports',
    definition:
      'Reports of acts against an assembly or its participants that no other measure names, such as summonses, threats or attacks.',
    caveat:
      'Reports are counted, not people: one report may concern many. What they have in common is only that nothing else fits.',
    none: 'No record of other restrictions',
    noun: same({ one: 'report of another restriction', other: 'reports of other restrictions' }),
  },
  records: {
    label: 'Reports',
    panel: 'Reports of all kinds',
    short: 'Reports',
    unit: 'reports',
    definition:
      'Records of the dataset of every kind, each counted once, whether or not its sources give a number.',
    caveat:
      'Reports are counted, not people or events: what is reported more often is not more frequent for that.',
    none: 'No reports',
    noun: same({ one: 'report', other: 'reports' }),
  },
} satisfies Record<string, MeasureTexts>;

/** English nouns have one form for both places. */
function same<T>(forms: T): { plain: T; bounded: T } {
  return { plain: forms, bounded: forms };
}
