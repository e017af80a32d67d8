/** Numbers, one for each row: four or eight bytes, which no sweep of memory has to look at. There may be a million. */
export interface NumbersColumn {
  push(value: number): void;
  at(row: number): number;
  set(row: number, value: number): void;
  readonly length: number;
  /** All of them, without a copy: to be used before the next is pushed. */
  all(): Int32Array | Float64Array;
}

/** `whole`: each of them fits into 32 bits, as numbers of rows and places in a text do. */
export function createNumbersColumn(kind: 'whole' | 'any' = 'whole'): NumbersColumn {
  const room = (rows: number) => (kind === 'whole' ? new Int32Array(rows) : new Float64Array(rows));
  let values = room(64);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = room(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (row) => values[row] ?? 0,
    set(row, value) {
      values[row] = value;
    },
    get length() {
      return length;
    },
    all: () => values.subarray(0, length),
  };
}

/** Texts, one for each row, as bytes of UTF-8. */
export interface TextsColumn {
  /** No text has half of a surrogate pair. */
  push(text: string): void;
  at(row: number): string;
  readonly length: number;
}

/** Most columns hold little, and to empty a megabyte for each of them takes longer than to read them. */
const FIRST_BLOCK = 4 * 1024;
/** Each is twice as large as the one before, up to this. */
const LARGEST_BLOCK = 1024 ** 2;
/** A letter takes at most so many bytes for each of its UTF-16 code units. */
const BYTES_OF_UNIT = 3;

export function createTextsColumn(): TextsColumn {
  const blocks: Buffer[] = [];
  /** The block of each text, and where it ends in that: it begins where the one before ends, or the block begins. */
  const [inBlock, ends] = [createNumbersColumn(), createNumbersColumn()];
  let end = 0;
  return {
    push(text) {
      const most = text.length * BYTES_OF_UNIT;
      const last = blocks.at(-1)?.length ?? 0;
      if (end + most > last) {
        blocks.push(Buffer.alloc(Math.max(Math.min(2 * last, LARGEST_BLOCK), FIRST_BLOCK, most)));
        end = 0;
      }
      end += blocks.at(-1)?.write(text, end) ?? 0;
      inBlock.push(blocks.length - 1);
      ends.push(end);
    },
    at(row) {
      const block = inBlock.at(row);
      const begin = row > 0 && inBlock.at(row - 1) === block ? ends.at(row - 1) : 0;
      return blocks[block]?.toString('utf8', begin, ends.at(row)) ?? '';
    },
    get length() {
      return ends.length;
    },
  };
}
