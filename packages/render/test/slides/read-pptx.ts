import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type ParsedElement, parsed } from '../parsed.ts';

/** The parts of an Office file, each XML parsed. Throws where any is ill-formed, undeclared, or leads nowhere. */
export function readOffice(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const paths = Object.keys(files);
  const texts = new Map(
    paths
      .filter((path) => /\.(xml|rels)$/.test(path))
      .map((path) => [path, strFromU8(files[path] as Uint8Array)]),
  );
  const parts = new Map([...texts].map(([path, text]) => [path, parsed(text)]));
  const part = (path: string): ParsedElement[] => {
    const found = parts.get(path);
    if (!found) throw new Error(`no part ${path} (known: ${paths.join(', ')})`);
    return found;
  };
  const types = part('[Content_Types].xml');
  const overrides = types
    .filter((it) => it.name === 'Override')
    .map((it) => it.attributes.PartName?.slice(1) ?? '');
  for (const path of overrides) part(path);
  const defaults = types.filter((it) => it.name === 'Default').map((it) => it.attributes.Extension);
  for (const path of paths.filter((it) => it !== '[Content_Types].xml')) {
    const isXml = path.endsWith('.xml');
    if (isXml ? !overrides.includes(path) : !defaults.includes(path.split('.').at(-1)))
      throw new Error(`no type of ${path}`);
  }
  for (const path of paths.filter((it) => it.endsWith('.rels')))
    checkRelations(path, part(path), paths, parts);
  return { files, paths, part, texts };
}

/** Every relation leads to a part, and every `r:` attribute of the part that has them to a relation. */
function checkRelations(
  path: string,
  relations: readonly ParsedElement[],
  paths: readonly string[],
  parts: ReadonlyMap<string, ParsedElement[]>,
): void {
  const from = posix.join(posix.dirname(path), '..', posix.basename(path, '.rels'));
  const inside = relations.filter(
    (it) => it.name === 'Relationship' && it.attributes.TargetMode !== 'External',
  );
  for (const { attributes } of inside) {
    const target = posix.join(posix.dirname(from), attributes.Target ?? '');
    if (!paths.includes(target)) throw new Error(`${path} leads to ${target}, which is not there`);
  }
  const ids = relations.map((it) => it.attributes.Id);
  if (new Set(ids).size !== ids.length) throw new Error(`${path} has an id twice`);
  for (const element of parts.get(from) ?? [])
    for (const [name, value] of Object.entries(element.attributes))
      if (/^r:(id|embed|link)$/.test(name) && !ids.includes(value))
        throw new Error(`${from} names ${value}, which is no relation of it`);
}

/** The cells of a workbook's sheet by their names: a number, or a text. */
export function sheetCells(bytes: Uint8Array): Map<string, string | number> {
  const cells = new Map<string, string | number>();
  let at = '';
  for (const { name, attributes, text } of readOffice(bytes).part('xl/worksheets/sheet1.xml')) {
    if (name === 'c') at = attributes.r ?? '';
    if (name === 'v') cells.set(at, Number(text));
    if (name === 't') cells.set(at, text);
  }
  return cells;
}
