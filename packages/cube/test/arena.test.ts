import { expect, test } from 'vitest';
import { apart, createArena } from '../src/arena.ts';

test('what is taken is aligned, empty and nobody else’s, whatever its size', () => {
  const arena = createArena();
  const taken = [1, 32, 33, 20_000, 100_000, 64_000, 7, 9_000_000, 16_000, 40].map((bytes) => {
    const { buffer, offset } = arena.take(bytes);
    expect(offset % 32).toBe(0);
    return new Uint8Array(buffer, offset, bytes);
  });
  taken.forEach((bytes, i) => {
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    bytes.fill(i + 1);
  });
  taken.forEach((bytes, i) => {
    expect(bytes.every((byte) => byte === i + 1)).toBe(true);
  });
});

test('what is taken apart shares no buffer', () => {
  const [a, b] = [apart.take(40), apart.take(40)];
  expect(a.buffer).not.toBe(b.buffer);
  expect(a.buffer.byteLength).toBeGreaterThanOrEqual(40);
});
