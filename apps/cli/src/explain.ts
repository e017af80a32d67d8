import { type Exit, exits } from './command.ts';
import { isFailure } from './failure.ts';

/** What the shell and the operator are told about an error. */
export interface Explanation {
  exit: Exit;
  code: string;
  message: string;
}

/** One sentence for whatever stopped a command. */
export function explain(error: unknown): Explanation {
  if (isFailure(error)) return { ...error.failure, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { exit: exits.failed, code: 'failed', message };
}
