import type { AttributeTexts } from '../attribute-texts.ts';

/** Of attributes that a dataset declares, in English. */
export const attributes: AttributeTexts = {
  title: 'Attributes of the records in this dataset',
  lead: 'They narrow what is counted, and are never added up. What no source states is a value of its own.',
  any: 'Any',
  unstated: 'not stated',
  headline: ' ({list})',
  filtered: '{attribute}: {values}',
  value: '“{value}”',
  moreValues: {
    one: '{list} and {n} more value (selection {choice})',
    other: '{list} and {n} more values (selection {choice})',
  },
  unattributed: '{count} may concern it: {attributes} not stated',
  empty: 'No record states what is asked for.',
};
