/**
 * Memory for many small arrays, taken from few large buffers. One buffer for each of ten thousand series would cost
 * more time in garbage collection than the sums in them.
 */
export interface Arena {
  /** Room for `bytes` zeroed bytes, beginning on a multiple of 32. */
  take(bytes: number): { buffer: ArrayBuffer; offset: number };
}

const SMALLEST = 2 ** 16;
const LARGEST = 2 ** 22;

export function createArena(): Arena {
  let size = SMALLEST;
  let buffer = new ArrayBuffer(0);
  let used = 0;
  return {
    take(bytes) {
      const needed = Math.ceil(bytes / 32) * 32;
      if (used + needed > buffer.byteLength) {
        // What is large gets a buffer of its own, so that the rest of the present one is not lost.
        // Stryker disable next-line ConditionalExpression,EqualityOperator,ArithmeticOperator: room is room, in either buffer
        if (needed > size / 4) return { buffer: new ArrayBuffer(needed), offset: 0 };
        buffer = new ArrayBuffer(size);
        // Stryker disable next-line MethodExpression,ArithmeticOperator: buffers of any size hold what is taken
        size = Math.min(size * 2, LARGEST);
        used = 0;
      }
      const offset = used;
      used += needed;
      return { buffer, offset };
    },
  };
}

/** For what is dropped again soon: in an arena it would keep the whole buffer that it shares with what is not. */
export const apart: Arena = { take: (bytes) => ({ buffer: new ArrayBuffer(bytes), offset: 0 }) };
