import { createNumbersColumn, createTextsColumn } from './columns.ts';
import { createKeyedHash, type KeyedHash } from './keyed-hash.ts';

/** Different texts, numbered from 0 in the order in which they came. A million stand in a third of the memory of a `Map`. */
export interface TextNumbers {
  /** The number of a text; -1 where it was not added. */
  find(text: string): number;
  /** The number of a text, which is a new one where it was not there. */
  add(text: string): number;
  at(number: number): string;
  readonly length: number;
}

const hashOfThisProcess = createKeyedHash();

/** No text has half of a surrogate pair. */
export function createTextNumbers(hashOf: KeyedHash = hashOfThisProcess): TextNumbers {
  const texts = createTextsColumn();
  const hashes = createNumbersColumn();
  // Its number plus one stands in the first free slot from that of its hash on. At most half of the slots are taken.
  let slots = new Int32Array(1024);
  const slotOf = (hash: number, isIt: (number: number) => boolean) => {
    const last = slots.length - 1;
    let slot = hash & last;
    for (let taken = slots[slot] ?? 0; taken !== 0 && !isIt(taken - 1); taken = slots[slot] ?? 0)
      slot = (slot + 1) & last;
    return slot;
  };
  const slotOfText = (text: string, hash: number) =>
    slotOf(hash, (number) => hashes.at(number) === hash && texts.at(number) === text);
  const grow = () => {
    slots = new Int32Array(2 * slots.length);
    for (const [number, hash] of hashes.all().entries()) slots[slotOf(hash, () => false)] = number + 1;
  };
  return {
    find: (text) => (slots[slotOfText(text, hashOf(text))] ?? 0) - 1,
    add(text) {
      const hash = hashOf(text);
      const slot = slotOfText(text, hash);
      const taken = slots[slot] ?? 0;
      if (taken !== 0) return taken - 1;
      const number = texts.length;
      texts.push(text);
      hashes.push(hash);
      slots[slot] = number + 1;
      if (2 * texts.length > slots.length) grow();
      return number;
    },
    at: texts.at,
    get length() {
      return texts.length;
    },
  };
}
