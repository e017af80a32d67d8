/**
 * Runs something that may write to Object.prototype, which every object of the process would then inherit. What it adds
 * there is taken away again, and the run throws: a bad name breaks one picture, not all that follow.
 */
export function guardPrototype<Result>(run: () => Result): Result {
  const before = Reflect.ownKeys(Object.prototype).length;
  let result: Result;
  try {
    result = run();
  } finally {
    const added = Reflect.ownKeys(Object.prototype).slice(before);
    for (const key of added) Reflect.deleteProperty(Object.prototype, key);
    if (added.length > 0) {
      // biome-ignore lint/correctness/noUnsafeFinally: what else was thrown is a consequence of this
      throw new Error(`unknown name in an option: it writes ${added.map(String).join(', ')} to every object`);
    }
  }
  return result;
}
