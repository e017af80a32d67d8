import { availableParallelism } from 'node:os';
import { Refusal } from '@article21/answers';
import type { Renderer } from '@article21/render';
import { createQueue } from './queue.ts';

/** Draws when its turn comes; throws a `Refusal` at once where too many are waiting. */
export type Drawing = <T>(work: (renderer: Renderer) => Promise<T>) => Promise<T>;

/** Threads that make pixels. One core stays for whoever asks for less, and two of Node's four threads for files. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** What waits longer than a few seconds is not waited for. */
const WAITING = 30;

export interface DrawingOptions {
  /** How many are drawn at the same time; 30 more may wait. */
  atOnce?: number;
  /** Asked for with each drawing. */
  renderer?(): Promise<Renderer>;
}

/** The one queue of all that is drawn, whatever surface it is for. */
export function createDrawing({ atOnce = AT_ONCE, renderer = loadedOnce }: DrawingOptions = {}): Drawing {
  const full = () => new Refusal('busy', `more than ${WAITING} pictures are waiting to be drawn`);
  const queue = createQueue({ atOnce, waiting: WAITING, full });
  return (work) => queue.add(async () => work(await renderer()));
}

let loaded: Promise<Renderer> | null = null;

/** Fonts, their measures and the painter are loaded once, and not before anybody wants a picture. */
function loadedOnce(): Promise<Renderer> {
  loaded ??= import('@article21/render').then(({ createRenderer }) => createRenderer());
  return loaded;
}
