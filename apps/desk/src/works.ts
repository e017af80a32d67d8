/** Works that may take longer than somebody waits for a page: they go on, and the page asks again. */
export interface Works {
  /**
   * Begins a work, unless one of this name is under way or nobody has heard yet that it is done; answers whether it did.
   * What it throws is thrown to whoever waits for it.
   */
  begin(name: string, work: () => Promise<unknown>): boolean;
  /** Waits for a work as long as one may: whether it is done, and so forgotten. Null where there is none of this name. */
  wait(name: string): Promise<boolean | null>;
}

/** `patience` ends when nobody should wait any longer. */
export function createWorks(patience: () => Promise<unknown>): Works {
  const under = new Map<string, Promise<{ failed: unknown } | null>>();
  return {
    begin(name, work) {
      if (under.has(name)) return false;
      const outcome = work().then(
        () => null,
        (failed: unknown) => ({ failed }),
      );
      under.set(name, outcome);
      return true;
    },
    async wait(name) {
      const outcome = under.get(name);
      if (outcome === undefined) return null;
      const done = await Promise.race([outcome, patience().then(() => 'late' as const)]);
      if (done === 'late') return false;
      under.delete(name);
      if (done !== null) throw done.failed;
      return true;
    },
  };
}
