import { z } from 'zod';

export const idPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** An identifier in files, paths and URLs: lower-case letters, digits and hyphens, at most 64 of them. */
export const idSchema = z
  .string()
  .regex(
    idPattern,
    'lower-case letters, digits and hyphens, beginning and ending with a letter or digit, at most 64',
  )
  .refine(isUnreserved, { message: 'a name that JavaScript keeps for itself' });

/** Whether a text is an identifier, as `idSchema` checks it. */
export function isId(text: string): boolean {
  return idPattern.test(text) && isUnreserved(text);
}

function isUnreserved(id: string): boolean {
  return id !== 'constructor' && id !== 'prototype';
}

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
