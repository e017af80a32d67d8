/** Does works one after the other, in the order in which they are asked for. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A folder is changed by one at a time, and so looked at: an import that is only tried takes its place, too. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    // Who asked is told of a failure; who comes next has no part in it.
    last = done.catch(() => {});
    return done;
  };
}
