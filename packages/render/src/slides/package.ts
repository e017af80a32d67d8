import { zipSync } from 'fflate';
import { escapeXml } from '../xml.ts';

/** What a part leads to: another part by its path, or an address outside. */
export interface Relation {
  id: string;
  /** The last word of the relation's name: `slide`, `chart`, `hyperlink`. */
  kind: string;
  target: string;
  outside?: boolean;
}

/** An Office file while it is written. */
export interface OfficePackage {
  /** A part of XML, with all that it leads to. Relations point to paths from the root: `ppt/slides/slide1.xml`. */
  add(path: string, mediaType: string, xml: string, relations?: readonly Relation[]): void;
  /** A part that is a file of another kind. Its ending says of which. */
  addFile(path: string, bytes: Uint8Array): void;
  /** The file; `relations` are those of the package itself. The same parts give the same bytes. */
  bytes(relations: readonly Relation[]): Uint8Array;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const endings: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Every package has parts of these. */
const always: readonly string[] = ['rels', 'xml'];

const encoder = new TextEncoder();

export function createOfficePackage(): OfficePackage {
  const parts = new Map<string, Uint8Array>();
  const types: string[] = [];
  const put = (path: string, xml: string) => parts.set(path, encoder.encode(declaration + xml));
  return {
    add(path, mediaType, xml, relations = []) {
      put(path, xml);
      types.push(`<Override PartName="/${path}" ContentType="${mediaType}"/>`);
      if (relations.length > 0) put(relationsPath(path), relationsXml(path, relations));
    },
    addFile: (path, bytes) => void parts.set(path, bytes),
    bytes(relations) {
      const defaults = Object.entries(endings)
        .filter(
          ([ending]) =>
            always.includes(ending) || [...parts.keys()].some((path) => path.endsWith(`.${ending}`)),
        )
        .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
      const contentTypes = `<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${types.join('')}</Types>`;
      const files = {
        '[Content_Types].xml': encoder.encode(declaration + contentTypes),
        '_rels/.rels': encoder.encode(declaration + relationsXml('', relations)),
        ...Object.fromEntries(parts),
      };
      // The earliest time that a ZIP can hold: the same parts are the same bytes for ever.
      return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
    },
  };
}

function relationsPath(path: string): string {
  const { folder, name } = split(path);
  return `${[...folder, '_rels', name].join('/')}.rels`;
}

function split(path: string): { folder: string[]; name: string } {
  const folder = path.split('/');
  const name = folder.pop() ?? '';
  return { folder, name };
}

/** From the folder of a part to another part. */
function way(from: string, to: string): string {
  const [{ folder }, parts] = [split(from), to.split('/')];
  const parted = folder.findIndex((name, i) => name !== parts[i]);
  const shared = parted < 0 ? folder.length : parted;
  return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

function relationsXml(from: string, relations: readonly Relation[]): string {
  const lines = relations.map(({ id, kind, target, outside }) => {
    const type =
      kind === 'core-properties' ? `${PACKAGE}/relationships/metadata/${kind}` : `${OFFICE}/${kind}`;
    const to = outside ? target : way(from, target);
    const mode = outside ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(to)}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}
