import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repeatedKey } from '@article21/ingest/json-object';
import { readNamedText } from '@article21/ingest/named-text';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { importedSources } from './dataset-folder.ts';
import { unreadable, unusable } from './unusable.ts';
import { mappingFile } from './written.ts';

/** In bytes: more than the names of a million places take. */
const LARGEST = 64_000_000;

/** Where the mapping is proposed that a folder does not have yet. */
export function proposedMappingPath(folder: string): string {
  return `${folder}.mapping.json`;
}

/**
 * The file of the mapping that an import goes by: that of the last import into the folder, else the one that was proposed
 * beside it; null where there is neither. Throws an `UnusableInput` where several tables were imported.
 */
export async function mappingOf(folder: string): Promise<string | null> {
  const [source, ...others] = await importedSources(folder);
  if (others.length > 0)
    throw unusable({ code: 'several_tables', values: { map: join(folder, mappingFile(source ?? '')) } });
  if (source !== undefined) return join(folder, mappingFile(source));
  const beside = proposedMappingPath(folder);
  return existsSync(beside) ? beside : null;
}

/** Reads the file of a mapping. Throws an `UnusableInput` where there is none, or it is not valid. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readNamedText(path, LARGEST).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR')
      throw unusable({ code: 'no_mapping', values: { file: path } });
    throw error;
  });
  if (text === null)
    throw unreadable(path, {
      code: 'too_large',
      message: 'the file is larger than 64 MB',
      hint: 'name the file of the mapping',
    });
  return parseMapping(text, path);
}

/** A mapping from its JSON. `called` is what errors call it. Throws an `UnusableInput` where it is not valid. */
export function parseMapping(text: string, called: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unusable({ code: 'not_json', values: { file: called, detail: (error as SyntaxError).message } });
  }
  const repeated = repeatedKey(text);
  if (repeated !== null)
    throw unusable({
      code: 'invalid',
      values: { file: called, where: repeated, detail: 'stands twice in one pair of braces' },
    });
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'mapping';
  throw unusable({ code: 'invalid', values: { file: called, where, detail: issue?.message ?? '' } });
}

/** How a mapping is written to a file. */
export function printMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}
