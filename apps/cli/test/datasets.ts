import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { article21, type Outcome } from './terminal.ts';

// By its name, as any user of the package finds it.
export const embedded = dirname(
  createRequire(import.meta.url).resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'),
);

/** A folder of an operator's own, with a copy of the embedded dataset in `dataset`, made anew for each test. */
export interface Desk {
  cwd: string;
  dataset: string;
  /** Where snapshots are kept when nothing else is said. */
  dataDir: string;
  run(...argv: string[]): Promise<Outcome>;
  /** Runs with `--json`; answers the exit code and the document. */
  json(...argv: string[]): Promise<{ exit: number; document: Document }>;
  /** Rewrites a file of the dataset. */
  edit(file: string, change: (text: string) => string): void;
  /** Publishes the dataset and answers the id. Throws what was said when it is refused. */
  publish(): Promise<string>;
}

/** Members are checked by the test that reads them. */
// biome-ignore lint/suspicious/noExplicitAny: a document of any command, read by the assertions of its test
export type Document = any;

export function useDesk(): Desk {
  const desk = createDesk();
  beforeEach(() => desk.open());
  afterEach(() => desk.close());
  return desk;
}

/** Does the work at a desk for the first test that asks for it; for the others, its folders are copies of what that made. */
export function onceFor<T>(desk: Desk, folders: readonly string[], work: () => Promise<T>): () => Promise<T> {
  const kept = mkdtempSync(join(tmpdir(), 'article21-kept-'));
  afterAll(() => rmSync(kept, { recursive: true, force: true }));
  const copy = (from: string, to: string) => {
    for (const folder of folders) cpSync(join(from, folder), join(to, folder), { recursive: true });
  };
  let made: { value: T } | null = null;
  return async () => {
    if (made) copy(kept, desk.cwd);
    else {
      made = { value: await work() };
      copy(desk.cwd, kept);
    }
    return made.value;
  };
}

function createDesk(): Desk & { open(): void; close(): void } {
  const run = (...argv: string[]) => article21(argv, { cwd: desk.cwd });
  const desk = {
    cwd: '',
    dataset: '',
    dataDir: '',
    run,
    async json(...argv: string[]) {
      const { exit, stdout } = await run(...argv, '--json');
      return { exit, document: JSON.parse(stdout) as Document };
    },
    edit(file: string, change: (text: string) => string) {
      const path = join(desk.dataset, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    },
    async publish() {
      const { exit, document } = await desk.json('publish', 'dataset');
      if (exit !== 0) throw new Error(JSON.stringify(document));
      return String(document.id);
    },
    open() {
      desk.cwd = mkdtempSync(join(tmpdir(), 'article21-'));
      desk.dataset = join(desk.cwd, 'dataset');
      desk.dataDir = join(desk.cwd, '.data');
      cpSync(embedded, desk.dataset, { recursive: true });
    },
    close: () => rmSync(desk.cwd, { recursive: true, force: true }),
  };
  return desk;
}

/** What stands in DATA_DIR/snapshots; nothing when there is no such folder yet. */
export function snapshotFolders(dataDir: string): string[] {
  try {
    return readdirSync(join(dataDir, 'snapshots'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Changes one byte in the middle of a file. */
export function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
