/** Milliseconds: a small question is answered in them, all of its steps. */
const REST = 4;

let last: Promise<void> = Promise.resolve();

/**
 * Whose turn it is to draw. Drawing holds the thread, so there is a rest before each drawing, in which whoever asks for
 * less is answered, however many are being drawn at a time.
 */
export function waitToDraw(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve, REST)));
  return last;
}
