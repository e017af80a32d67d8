/** Tasks that may take longer than a page can wait. They go on in the background, and the page asks again. */
export interface BackgroundTasks {
  /**
   * Starts a task and returns true; returns false while one of this name runs or its end was not yet reported by `wait`.
   * An error of the task is thrown by `wait`.
   */
  start(name: string, task: () => Promise<unknown>): boolean;
  /** Waits until the task ends (true, and it is forgotten) or patience does (false). Null where none has this name. */
  wait(name: string): Promise<boolean | null>;
}

/** `patience` resolves when a page should be answered in any case. */
export function createBackgroundTasks(patience: () => Promise<unknown>): BackgroundTasks {
  const running = new Map<string, Promise<{ failed: unknown } | null>>();
  return {
    start(name, task) {
      if (running.has(name)) return false;
      const outcome = task().then(
        () => null,
        (failed: unknown) => ({ failed }),
      );
      running.set(name, outcome);
      return true;
    },
    async wait(name) {
      const outcome = running.get(name);
      if (outcome === undefined) return null;
      const done = await Promise.race([outcome, patience().then(() => 'late' as const)]);
      if (done === 'late') return false;
      running.delete(name);
      if (done !== null) throw done.failed;
      return true;
    },
  };
}
