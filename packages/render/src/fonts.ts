/** The cuts of the shipped fonts. */
export type FaceName = 'sans' | 'sans-semibold' | 'serif' | 'serif-semibold';

/** A TrueType file: its name, which a PDF states, and its bytes. */
export interface FontFile {
  name: string;
  bytes: Uint8Array;
}

/** What has to be there before anything can be drawn, wherever it was read from. */
export interface Sources {
  /** Which fonts these are: one process measures with one set of them. */
  id: string;
  /** Throws when there is none. Asked once for each cut, when the first text needs it. */
  font(name: FaceName): FontFile;
  /** HarfBuzz's subsetter, which a PDF needs. */
  subsetter(): Uint8Array;
}
