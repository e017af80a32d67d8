import { inspect } from 'node:util';

/** Of a chain of causes that has no end, no more than this. */
export const LONGEST_CHAIN = 10;
const MOST_FRAMES = 8;

/** An error in lines: what it says, where it happened, and the same of each of its causes. */
export function describeError(error: unknown): string[] {
  return chainOf(error).flatMap((it, i) => [
    `${i === 0 ? '' : 'caused by '}${titleOf(it)}`,
    ...framesOf(it).map((frame) => `  ${frame}`),
  ]);
}

/** Text as it can be printed on a terminal: no control character in it does anything, and none hides. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (it) => `\\u${(it.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** An error and its causes, each once. */
export function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && chain.length < LONGEST_CHAIN; ) {
    if (chain.includes(at)) break;
    chain.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain.length > 0 ? chain : [error];
}

const details = ['code', 'errno', 'syscall', 'path', 'dest', 'address', 'port'] as const;

/** What the system says of an error, beside its message. */
export function detailsOf(error: Error): Record<string, string | number> {
  const known = details.flatMap((name): [string, string | number][] => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
  });
  return Object.fromEntries(known);
}

/** What an error says, and what the system says of it, in one line. */
export function titleOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${printable(inspect(error))}`;
  const known = Object.entries(detailsOf(error)).map(([name, value]) => `${name} ${value}`);
  const all = known.length > 0 ? ` (${known.join(', ')})` : '';
  return printable(`${error.name}: ${error.message}${all}`);
}

/** Where it happened. The message, which stands before it, may have lines of its own. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  const start = stack.indexOf(message);
  return stack
    .slice(start < 0 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => printable(line.trim()));
}
