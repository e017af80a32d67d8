import { type ComponentType, use } from 'react';

/** A part of the page whose program comes when it is needed, and may be asked for before. */
export interface LazyPart<Props> {
  /** Suspends until the program has come; throws what kept it from coming. */
  Part: ComponentType<Props>;
  /** Asks for the program, again where it failed to come. That it fails is told by the part when it is shown. */
  fetch(): void;
  /** The same, and settles when it has come, or has failed to. */
  load(): Promise<unknown>;
}

/** A part that `load` brings. Unlike `lazy`, one that failed to come can be asked for again. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let come: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  let failed = false;
  const ask = () => {
    coming ??= load();
    coming.then(
      (part) => {
        come = part;
      },
      () => {
        failed = true;
      },
    );
    return coming;
  };
  return {
    Part: (props) => {
      // What has come is drawn at once: React would leave a fallback standing for 300 ms.
      const Come = come ?? use(ask());
      return <Come {...props} />;
    },
    fetch: () => {
      if (failed) coming = null;
      failed = false;
      ask();
    },
    load: () => ask(),
  };
}

/** Runs when the browser has nothing better to do, or soon where it cannot say so. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}
