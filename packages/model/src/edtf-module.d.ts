/** The part of `edtf` that is used here; the library ships no types. */
declare module 'edtf' {
  interface ExtendedDate {
    /** The first millisecond that the date may mean; infinite where it is open. */
    readonly min: number;
    /** The last one. */
    readonly max: number;
  }
  export default function edtf(text: string, options: { level: number; types: string[] }): ExtendedDate;
}
