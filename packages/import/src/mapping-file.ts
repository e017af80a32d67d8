import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { importedSources } from './dataset-folder.ts';
import { unusable } from './unusable.ts';
import { mappingFile } from './written.ts';

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
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw unusable({ code: 'no_mapping', values: { file: path } });
    throw error;
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
