import { type Exit, exits } from './command.ts';

/** Why a command could not be done. `code` is for machines, the message is one sentence for people. */
export interface Failure extends Error {
  failure: { code: string; exit: Exit };
}

export function failure(exit: Exit, code: string, message: string, cause?: unknown): Failure {
  return Object.assign(new Error(message, { cause }), { failure: { code, exit } });
}

/** The command line itself is wrong. */
export function misuse(message: string): Failure {
  return failure(exits.usage, 'usage', message);
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'failure' in error;
}
