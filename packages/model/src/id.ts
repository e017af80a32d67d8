import { z } from 'zod';

/** An identifier in files, paths and URLs: lower-case letters, digits and hyphens, at most 64 of them. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/,
    'lower-case letters, digits and hyphens, beginning and ending with a letter or digit, at most 64',
  )
  .refine((id) => id !== 'constructor' && id !== 'prototype', {
    message: 'a name that JavaScript keeps for itself',
  });
