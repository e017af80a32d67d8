import { detailsOf, LONGEST_CHAIN } from '@article21/store';

/** An error on its way from a thread to another one, which an `Error` itself reaches without its name and what the system says of it. */
export interface PassedError {
  name: string;
  message: string;
  stack: string | undefined;
  details: Readonly<Record<string, string | number>>;
  cause: PassedError | { thrown: unknown } | null;
}

export function pass(error: unknown, most = LONGEST_CHAIN): PassedError['cause'] {
  if (error === undefined || error === null || most === 0) return null;
  if (!(error instanceof Error)) return { thrown: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, details: detailsOf(error), cause: pass(cause, most - 1) };
}

/** The error that was passed; what is no error as it was printed. */
export function received(passed: PassedError['cause']): unknown {
  if (passed === null) return undefined;
  if ('thrown' in passed) return passed.thrown;
  const { name, message, stack, details, cause } = passed;
  const error = new Error(message, cause === null ? {} : { cause: received(cause) });
  return Object.assign(error, details, { name, stack });
}
