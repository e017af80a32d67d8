import data from './kz.json' with { type: 'json' };
import type { Outline } from './outline.ts';

/** The border of Kazakhstan: Natural Earth, 1:50 million, simplified to a twentieth of a degree. Public domain. */
export const kz: Outline = data;
