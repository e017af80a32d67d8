import { type Found, type Unusable, unusableInEnglish } from '@article21/messages/importing';

/** What somebody has given cannot be used at all: a table or a mapping that is not there, or is none. */
interface UnusableInput extends Error {
  name: 'UnusableInput';
  why: Unusable;
  /** What the file was found to be, where it cannot be read. */
  found?: Found;
}

/** The message is one sentence for whoever gave it, in English; `why` is what each language makes one of. */
export function unusable(why: Unusable): UnusableInput {
  return Object.assign(new Error(unusableInEnglish(why)), { name: 'UnusableInput' as const, why });
}

export function isUnusableInput(error: unknown): error is UnusableInput {
  return error instanceof Error && error.name === 'UnusableInput';
}

/** A folder that somebody else is changing, or has changed: the same may succeed a moment later. */
export function busy(why: Unusable, cause?: unknown): Error & { why: Unusable } {
  return Object.assign(new Error(unusableInEnglish(why), { cause }), { name: BUSY, why });
}

export function isBusy(error: unknown): error is Error {
  return error instanceof Error && error.name === BUSY;
}

const BUSY = 'FolderBusy';

/** A file that cannot be read. `typed` is what it is called in errors. */
export function unreadable(typed: string, found: Found): UnusableInput {
  const { message, hint } = found;
  return Object.assign(unusable({ code: 'problem', values: { file: typed, message, hint } }), { found });
}

/** Why an import was not begun or not ended, where an error says so. */
export function whyOf(error: Error): { why: Unusable; found?: Found } | null {
  return 'why' in error ? (error as UnusableInput) : null;
}
