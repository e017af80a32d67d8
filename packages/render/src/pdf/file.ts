import { zlibSync } from 'fflate';

/** A reference to an object of a PDF, as it stands in other objects: `7 0 R`. */
export type Ref = string;

/** A PDF while it is written: numbered objects, in the order in which they were added. */
export interface PdfFile {
  /** An object as PDF writes it: `<< /Type /Page … >>`. */
  add(object: string): Ref;
  /** A compressed stream; `entries` are those of its dictionary beside its length. */
  addStream(content: string | Uint8Array, entries?: string): Ref;
  /** A stream that `pack` compressed before. */
  addPacked(packed: Uint8Array): Ref;
  /** A number for an object that others refer to before it is there. `set` gives the object itself. */
  promise(): { ref: Ref; set(object: string): void };
  /** The finished file. The same objects give the same bytes. */
  bytes(root: Ref, info: Ref): Uint8Array;
}

const encoder = new TextEncoder();

export function createPdfFile(): PdfFile {
  const objects: Uint8Array[] = [];
  const put = (parts: readonly (string | Uint8Array)[]): Ref => `${objects.push(concat(parts))} 0 R`;
  const putPacked = (packed: Uint8Array, entries: string): Ref => {
    const open = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    return put([open, packed, '\nendstream']);
  };
  return {
    add: (object) => put([object]),
    addStream: (content, entries = '') => putPacked(pack(content), entries),
    addPacked: (packed) => putPacked(packed, ''),
    promise() {
      const ref = put(['null']);
      const index = objects.length - 1;
      const set = (object: string): void => {
        objects[index] = concat([object]);
      };
      return { ref, set };
    },
    bytes: (root, info) => write(objects, root, info),
  };
}

/** Compresses by the same program everywhere: what Node carries differs from version to version. */
export function pack(content: string | Uint8Array): Uint8Array {
  return zlibSync(typeof content === 'string' ? encoder.encode(content) : content, { level: 9 });
}

function write(objects: readonly Uint8Array[], root: Ref, info: Ref): Uint8Array {
  const parts: Uint8Array[] = [concat(['%PDF-1.7\n%', new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3]), '\n'])];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const part = concat([`${i + 1} 0 obj\n`, object, '\nendobj\n']);
    parts.push(part);
    at += part.length;
    return at - part.length;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines}`;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Info ${info} >>\nstartxref\n${at}\n%%EOF\n`;
  return concat([...parts, table, trailer]);
}

function concat(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Any text as a PDF string: UTF-16, in hexadecimal. */
export function pdfText(text: string): string {
  let hex = 'feff';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex}>`;
}
