import { strFromU8, unzipSync } from 'fflate';

/** A cell as a spreadsheet program would show it. */
export interface ShownCell {
  value: string | number | boolean | null;
  bold: boolean;
  align: string | null;
  vertical: string | null;
  wrap: boolean;
  border: string | null;
  format: string | null;
}

/** A sheet of a workbook: its name, the widths of its columns, and its rows with their heights. */
export interface ShownSheet {
  name: string;
  xml: string;
  widths: number[];
  rows: { height: number; cells: Record<string, ShownCell> }[];
}

const signs: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the sheets of a workbook, as far as this program writes any. */
export function sheetsOf(bytes: Uint8Array): ShownSheet[] {
  const files = unzipSync(bytes);
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const texts = all(read('xl/sharedStrings.xml'), /<si><t[^>]*>([^<]*)<\/t><\/si>/g).map(([, text = '']) =>
    text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? ''),
  );
  const styles = stylesOf(read('xl/styles.xml'));
  const names = all(read('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(([, name = '']) => name);
  return names.map((name, i) => {
    const xml = read(`xl/worksheets/sheet${i + 1}.xml`);
    const rows = all(xml, /<row r="\d+"(?: ht="(\d+)")?[^>]*>(.*?)<\/row>/g).map(([, height, row = '']) => ({
      height: Number(height ?? STANDARD),
      cells: cellsOf(row, texts, styles),
    }));
    return {
      name,
      xml,
      widths: all(xml, /<col [^>]*width="(\d+)"/g).map(([, width]) => Number(width)),
      rows,
    };
  });
}

/** The height of a row that states none. */
const STANDARD = 13;

type Style = Omit<ShownCell, 'value'>;

function cellsOf(row: string, texts: readonly string[], styles: readonly Style[]): Record<string, ShownCell> {
  const cells = all(row, /<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:\/>|><v>([^<]*)<\/v><\/c>)/g);
  const shown = cells.map(([, column = '', style, type, value]) => {
    const number = Number(value);
    const read = type === 's' ? (texts[number] ?? '') : type === 'b' ? number === 1 : number;
    return [column, { ...(styles[Number(style ?? 0)] as Style), value: value === undefined ? null : read }];
  });
  return Object.fromEntries(shown);
}

function stylesOf(xml: string): Style[] {
  const formats = new Map(
    all(xml, /numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id, code]) => [id, code]),
  );
  const fonts = all(xml, /<font>(.*?)<\/font>/g).map(([, font = '']) => font.includes('<b/>'));
  const borders = all(xml, /<border>(.*?)<\/border>/g).map(
    ([, it = '']) => /<(\w+) style/.exec(it)?.[1] ?? null,
  );
  const [, listed = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(xml) ?? [];
  return all(listed, /<xf (.*?)<\/xf>/g).map(([, it = '']) => {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(it)?.[1];
    return {
      bold: fonts[Number(of('fontId'))] ?? false,
      align: of('horizontal') ?? null,
      vertical: of('vertical') ?? null,
      wrap: of('wrapText') === '1',
      border: borders[Number(of('borderId') ?? 0)] ?? null,
      format: formats.get(of('numFmtId') ?? '') ?? null,
    };
  });
}

function all(text: string, pattern: RegExp): RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}
