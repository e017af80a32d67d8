import { type DatasetMeta, type Language, localText } from '@article21/model';

/** What is cited: a version of a dataset, and where it is read. */
export interface Cited {
  id: string;
  dataset: Pick<DatasetMeta, 'name' | 'title' | 'version' | 'created' | 'contributors' | 'licenses'>;
  /** The address that shows this version for ever; null where nobody knows it. */
  url: string | null;
  /** The title of a chart of the dataset, when that is cited and not the whole of it. */
  view?: string;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/**
 * Who is cited as having made the dataset: its contributors, but not those who are in it only because they published
 * what it was coded from. In a reader's language where the dataset has it; a citation names them as they name
 * themselves, in no language of a reader.
 */
export function authorsOf(
  { contributors = [] }: Pick<DatasetMeta, 'contributors'>,
  language?: Language,
): string[] {
  return contributors
    .filter(({ roles }) => !roles || roles.length === 0 || roles.some((role) => role !== 'source'))
    .flatMap(({ title, ...others }) => {
      if (title === undefined) return [];
      return language ? localText({ ...others, title }, 'title', language, '').text : title;
    });
}

/** As the seventh edition of APA cites a dataset. Without authors, the title stands in their place. */
export function apa({ id, dataset, url, view }: Cited): string {
  const authors = authorsOf(dataset);
  const last = authors.at(-1) ?? '';
  const several = `${authors.slice(0, -1).join(', ')}, & ${last}`;
  const who = authors.length > 1 ? several : last;
  const { year, month, day } = dateOf(dataset);
  const when = `(${year}, ${months[month - 1]} ${day}).`;
  const whole = `${dataset.title} (Version ${dataset.version}, snapshot ${id}) [Data set].`;
  const what = view === undefined ? whole : `${view} [Chart]. In ${whole}`;
  const cited = who === '' ? [what, when] : [`${who}${who.endsWith('.') ? '' : '.'}`, when, what];
  return [...cited, ...(url === null ? [] : [url])].join(' ');
}

/** As an entry for BibTeX and biblatex; names and titles stand as they are, whatever signs are in them. */
export function bibtex({ id, dataset, url, view }: Cited): string {
  const { year, month } = dateOf(dataset);
  const kind = view === undefined ? 'Data set' : `Chart of the data set ${dataset.title}`;
  const licences = dataset.licenses.map(({ name }) => name).join(', ');
  const authors = authorsOf(dataset).map((name) => `{${escapeTex(name)}}`);
  const fields: [string, string][] = [
    ['author', authors.join(' and ')],
    ['title', `{${escapeTex(view ?? dataset.title)}}`],
    ['year', String(year)],
    ['month', String(month)],
    ['version', escapeTex(dataset.version)],
    ['note', escapeTex(`${kind}, snapshot ${id}, ${licences}`)],
    // Verbatim, but for what would end the field: a percent sign that is escaped twice leads nowhere.
    ['url', url?.replace(/[{}\\]/g, encodeURIComponent) ?? ''],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([key, value]) => `  ${key} = {${value}}`);
  return `@misc{${keyOf(dataset.name, id, (view && url) ?? '')},\n${lines.join(',\n')}\n}`;
}

/** As CSL-JSON, which reference managers read. */
export function csl({ id, dataset, url, view }: Cited): string {
  const { year, month, day } = dateOf(dataset);
  const author = authorsOf(dataset).map((literal) => ({ literal }));
  const item = {
    id: keyOf(dataset.name, id, (view && url) ?? ''),
    ...(view === undefined
      ? { type: 'dataset', title: dataset.title }
      : { type: 'figure', title: view, 'container-title': dataset.title }),
    ...(author.length > 0 ? { author } : {}),
    issued: { 'date-parts': [[year, month, day]] },
    version: dataset.version,
    note: `Snapshot ${id}`,
    ...(url === null ? {} : { URL: url }),
  };
  return JSON.stringify([item], null, 2);
}

function dateOf({ created }: Pick<DatasetMeta, 'created'>) {
  const [year = 0, month = 1, day = 1] = created.split('-').map(Number);
  return { year, month, day };
}

/** Letters, digits and hyphens: every program that reads an entry takes such a key. Views differ by their address. */
function keyOf(name: string, id: string, url: string): string {
  const key = `${name.replace(/[^A-Za-z0-9]+/g, '-')}-${id}`;
  let hash = 0;
  for (const sign of url) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 0xffffffff;
  return url === '' ? key : `${key}-${hash.toString(36)}`;
}

/** A brace is written by its name: BibTeX counts braces also where a backslash stands before them. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // The oldest of TeX's encodings, which is its own, has other signs in the places of these.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Babel gives this sign a meaning in Russian.
  '"': '\\char34{}',
  // No engine has these without a package, but in its mathematics.
  '≈': '\\ensuremath{\\approx}',
  '≥': '\\ensuremath{\\geq}',
  '≤': '\\ensuremath{\\leq}',
};

/** Text in which no sign means anything to TeX or BibTeX. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}~^#$%&_<>|"≈≥≤]/g, (sign) => special[sign] ?? `\\${sign}`);
}
