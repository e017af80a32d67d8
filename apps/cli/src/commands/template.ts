import { writeFile } from 'node:fs/promises';
import { type Language, languages } from '@article21/model';
import { languageOf } from '../arguments.ts';
import { type Command, exits } from '../command.ts';
import { misuse } from '../failure.ts';

export const template: Command = {
  name: 'template',
  summary:
    'write a workbook for a table of your own: lists to choose from, cells of text, help, three examples',
  parameters: [
    { name: '<file>', description: 'the workbook that is written, ending in .xlsx', required: false },
  ],
  options: {
    lang: { value: '<code>', description: `its language: ${languages.join(', ')} (default: en)` },
    for: { value: '<folder>', description: 'a dataset, whose own kinds and attributes are in its lists too' },
  },
  async run(call) {
    const language = languageOf(call);
    const typed = call.args[0] ?? `article21-${language}.xlsx`;
    if (!typed.toLowerCase().endsWith('.xlsx'))
      throw misuse(`the workbook is of the format .xlsx: name it ${typed}.xlsx`);
    const folder = call.value('for');
    await write(call.path(typed), typed, {
      language,
      folder: folder === undefined ? null : call.path(folder),
    });
    return {
      exit: exits.done,
      json: { ok: true, command: 'template', file: call.path(typed), language },
      text: [`${typed} is written: fill it in, then article21 import ${typed} --into <folder>`],
    };
  },
};

async function write(
  path: string,
  typed: string,
  { language, folder }: { language: Language; folder: string | null },
): Promise<void> {
  const [{ writeTemplate }, { readFolderVocabulary }] = await Promise.all([
    import('@article21/import'),
    import('@article21/ingest'),
  ]);
  const vocabulary = folder === null ? undefined : await readFolderVocabulary(folder);
  const bytes = await writeTemplate(language, vocabulary);
  await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw misuse(`there is no folder for ${typed}: make it first`);
    if (error.code === 'EEXIST')
      throw misuse(`${typed} is already there, and may hold somebody's work: name another file`);
    throw error;
  });
}
