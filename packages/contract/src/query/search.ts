import { type Key, textKey, type ValuesOf } from '@article21/model';

/** What is typed into a search, in UTF-16 code units. */
export const LONGEST_SEARCH = 100;
const PAGE = 20;
const LARGEST = 50;

const tooLong = {
  code: 'too_long',
  message: `longer than ${LONGEST_SEARCH} characters`,
  hint: 'search for fewer words',
} as const;

/** A search: `q` is what was typed, `cursor` how many are passed over, `limit` 1 to 50. */
export const searchKeys = {
  q: textKey(
    { description: `Words, of which all must occur: at most ${LONGEST_SEARCH} characters.`, example: 'alga' },
    (text) => (text.length > LONGEST_SEARCH ? tooLong : null),
  ),
  cursor: numberKey({
    description: 'The `next` of the page before.',
    absent: 0,
    most: 999_999,
    hint: 'take it from `next` of the page before, as it is',
  }),
  limit: numberKey({
    description: `How many records and sentences a page has: 1 to ${LARGEST}; ${PAGE} when absent.`,
    absent: PAGE,
    most: LARGEST,
    hint: `a whole number from 1 to ${LARGEST}; follow next for more`,
  }),
} as const;

export type SearchQuery = ValuesOf<typeof searchKeys>;

interface NumberKey {
  description: string;
  absent: number;
  most: number;
  hint: string;
}

function numberKey({ description, absent, most, hint }: NumberKey): Key<number> {
  const issue = { code: 'unreadable', message: `not a whole number from 1 to ${most}`, hint } as const;
  return {
    description,
    example: String(absent || PAGE),
    absent,
    read: (text) =>
      /^[1-9]\d{0,5}$/.test(text) && Number(text) <= most ? { value: Number(text) } : { issue },
    write: (value) => (value === absent ? '' : String(value)),
  };
}
