import { type WarningCode, warningCodes } from '@article21/model';
import type { Problem } from './findings.ts';
import { didYouMean } from './nearest.ts';

/** The column that every table may have: the codes of the warnings that somebody has looked at, row by row. */
export const CONFIRMED = { need: 'nothing', max: 200 } as const;

const none: ReadonlySet<WarningCode> = new Set();

/** Reads codes, separated by spaces, commas or semicolons; `problem` where one is not a code of a warning. */
export function readConfirmed(text: string): { codes: ReadonlySet<WarningCode>; problem: Problem | null } {
  if (text === '') return { codes: none, problem: null };
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const codes = warningCodes.filter((code) => words.includes(code));
  const strange = words.find((word) => !codes.some((code) => code === word));
  if (strange === undefined) return { codes: new Set(codes), problem: null };
  const known = `write codes of warnings: ${warningCodes.join(', ')}`;
  return {
    codes: new Set(codes),
    problem: {
      code: 'invalid_value',
      stated: strange,
      message: `${strange} is not the code of a warning`,
      withheld: 'confirmed holds something else than codes of warnings',
      hint: () => didYouMean(strange, warningCodes, known),
    },
  };
}

/** How a warning is kept from coming back, as the end of its hint. */
export function orConfirm(code: WarningCode): string {
  return `if it is as the source has it, write ${code} into the cell confirmed of this row`;
}
