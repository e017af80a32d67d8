import { z } from 'zod';

const declaredIdPattern = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** The longest id of a kind or a measure. */
export const LONGEST_DECLARED_ID = 40;

/** The id of a kind or a measure, also of one that a dataset declares: `attack_on_journalist`. */
export const declaredIdSchema = z.string().refine(isDeclaredId, {
  message: 'lower-case letters and digits with _ between words, at most 40',
});

/** Whether a text may be the id of a kind or a measure. */
export function isDeclaredId(text: string): boolean {
  const isKept = text === 'constructor' || text === 'prototype';
  return text.length <= LONGEST_DECLARED_ID && declaredIdPattern.test(text) && !isKept;
}
