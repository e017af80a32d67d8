/** What somebody has given cannot be used at all: a table or a mapping that is not there, or is none. */
interface UnusableInput extends Error {
  name: 'UnusableInput';
}

/** The message is one sentence for whoever gave it. */
export function unusable(message: string): UnusableInput {
  return Object.assign(new Error(message), { name: 'UnusableInput' as const });
}

export function isUnusableInput(error: unknown): error is UnusableInput {
  return error instanceof Error && error.name === 'UnusableInput';
}
