/** The functions of HarfBuzz's subsetter that are used here; they take and give addresses in its memory. */
interface Subsetter {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(at: number): void;
  hb_blob_create(at: number, bytes: number, mode: number, data: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** What of it is used: Node and browsers have it, the types of Node 20 do not. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

const WRITABLE = 2;
const DROPPED_TABLES = 3;
/** No hinting, glyphs keep their numbers, the box of missing letters stays. */
const FLAGS = 0x1 | 0x2 | 0x40;
/** Tables that only setting text needs. */
const UNUSED = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'DSIG', 'name', 'meta'];

/** A TrueType font with the outlines of these glyphs alone, under the numbers they have. Throws on what is no font. */
export type Subset = (font: Uint8Array, glyphs: Iterable<number>) => Uint8Array;

/** Starts the program when the first font is to be cut. */
export function createSubset(program: () => Uint8Array): Subset {
  let loaded: Subsetter | null = null;
  return (font, glyphs) => {
    loaded ??= load(program());
    return subset(loaded, font, glyphs);
  };
}

function subset(hb: Subsetter, font: Uint8Array, glyphs: Iterable<number>): Uint8Array {
  const at = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const blob = hb.hb_blob_create(at, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    hb.hb_subset_input_set_flags(input, FLAGS);
    const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
    for (const table of UNUSED) hb.hb_set_add(dropped, tag(table));
    const kept = hb.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) hb.hb_set_add(kept, glyph);
    return read(hb, hb.hb_subset_or_fail(face, input));
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(at);
  }
}

function read(hb: Subsetter, subset: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(subset);
  try {
    const length = hb.hb_blob_get_length(blob);
    if (length === 0) throw new Error('unknown font: no subset can be made of it');
    const from = hb.hb_blob_get_data(blob, 0);
    return new Uint8Array(hb.memory.buffer).slice(from, from + length);
  } finally {
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(subset);
  }
}

function tag(name: string): number {
  return [...name].reduce((all, letter) => all * 256 + letter.charCodeAt(0), 0);
}

function load(program: Uint8Array): Subsetter {
  const subsetter = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as Subsetter;
  subsetter._initialize();
  return subsetter;
}
