import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, PRIVATE, writeDurably } from '../kept-file.ts';
import type { Statement } from './statements.ts';

type Form = Readonly<Record<string, string>>;

/** A passage of a text, and with which proposal of its sentence its form began; null: none. */
export interface FormPlace {
  start: number;
  end: number;
  at: number | null;
}

/** A form that somebody began to fill and has not saved. `hash`: of its file. */
export interface UnsavedForm extends FormPlace {
  fields: Form;
  hash: string;
}

/** The hash of a form that nobody has kept yet. */
export const NOT_KEPT = 'none';

/**
 * Keeps unsaved forms of coded records in `<folder>.desk/forms`, one file for each passage. After a text has changed, its
 * forms are no longer found.
 */
export function createUnsavedForms(folder: string) {
  const root = join(`${folder}.desk`, 'forms');
  const fileOf = ({ id, text }: Statement, { start, end, at }: FormPlace) => {
    const what = JSON.stringify([id, start, end, at, text.slice(start, end)]);
    return join(root, `${createHash('sha256').update(what).digest('hex').slice(0, 24)}.json`);
  };
  const read = async (path: string) => {
    const text = existsSync(path) ? await readFile(path, 'utf8') : null;
    return text === null ? null : { text, hash: hashOf(text) };
  };
  return {
    /** The form of a passage; null where none is kept. */
    async of(statement: Statement, place: FormPlace): Promise<UnsavedForm | null> {
      const kept = await read(fileOf(statement, place));
      return kept && { ...place, fields: JSON.parse(kept.text).fields, hash: kept.hash };
    },
    /** The forms of a text, by where their passages begin. */
    async list(statement: Statement): Promise<FormPlace[]> {
      if (!existsSync(root)) return [];
      const files = (await readdir(root)).filter((it) => it.endsWith('.json'));
      const kept = await Promise.all(files.map((it) => readFile(join(root, it), 'utf8')));
      return kept
        .flatMap((text, i): FormPlace[] => {
          const place: FormPlace & { source: string } = JSON.parse(text);
          const isOwn =
            place.source === statement.id && fileOf(statement, place) === join(root, files[i] ?? '');
          return isOwn ? [{ start: place.start, end: place.end, at: place.at }] : [];
        })
        .sort((a, b) => a.start - b.start || (a.at ?? -1) - (b.at ?? -1));
    },
    /** Keeps a form over the one that has the hash `was`; null where somebody has kept another one since. Answers the new hash. */
    async keep(statement: Statement, place: FormPlace, fields: Form, was: string): Promise<string | null> {
      const path = fileOf(statement, place);
      const text = `${JSON.stringify({ source: statement.id, ...place, fields }, null, 1)}\n`;
      const kept = (await read(path))?.hash ?? NOT_KEPT;
      // The answer to the request that kept it was lost, and it is sent again.
      if (kept === hashOf(text)) return kept;
      if (kept !== was) return null;
      await mkdir(root, { recursive: true, mode: PRIVATE });
      const making = `${path}.${randomUUID()}`;
      await writeDurably(making, text);
      await rename(making, path);
      return hashOf(text);
    },
    remove: (statement: Statement, place: FormPlace) => rm(fileOf(statement, place), { force: true }),
  };
}
