import type { StatementField } from '@article21/import';
import { type Command, exits, type Result } from '../command.ts';
import { misuse } from '../failure.ts';
import { visible } from '../output.ts';
import { readText } from '../text-file.ts';
import { today } from '../today.ts';

export const statement: Command = {
  name: 'statement',
  summary: 'add a text to the folder of a dataset as a source, to be quoted by records',
  parameters: [{ name: '<text>', description: 'a file: text, HTML, DOCX or PDF', required: true }],
  options: {
    into: { value: '<folder>', description: 'the folder of the dataset; a new one is made' },
    title: { value: '<text>', description: 'what the statement is called' },
    publisher: { value: '<text>', description: 'who has published it' },
    rights: { value: '<text>', description: 'on what terms its words may be shown' },
    date: { value: '<day>', description: 'when it was published: 2024-03-20, 2024-03 or 2024' },
    url: { value: '<address>', description: 'where it was published' },
    language: { value: '<code>', description: 'its language (default: by its letters)' },
    internal: { description: 'its words are never shown' },
    'dataset-title': { value: '<text>', description: 'what a new dataset is called' },
    licence: { value: '<id>', description: 'the licence of a new dataset, for example CC-BY-4.0' },
  },
  async run(call) {
    const typed = call.value('into');
    if (!typed) throw misuse('statement needs --into <folder>, the folder of the dataset');
    for (const option of ['title', 'publisher', 'rights'])
      if (!call.value(option)) throw misuse(`statement needs --${option}`);
    const folder = call.path(typed);
    const { addStatement, datasetFields, fileOf, statementFields } = await import('@article21/import');
    const isNew = (await fileOf(folder, 'datapackage.json')) === null;
    if (isNew && !(call.value('dataset-title') && call.value('licence')))
      throw misuse(`there is no dataset in ${typed} yet: a new one needs --dataset-title and --licence`);
    for (const option of ['dataset-title', 'licence'])
      if (!isNew && call.value(option))
        throw misuse(`--${option} is for a new dataset: there is one in ${typed} already`);
    const text = await readText(call, call.args[0] ?? '');
    const entries = [...statementFields, ...datasetFields].map((field) => {
      const option = field === 'dataset' ? 'dataset-title' : field;
      return [field, (call.value(option) ?? '').trim()] as const;
    });
    const values = Object.fromEntries(entries) as Record<StatementField, string>;
    const isInternal = call.has('internal');
    return resultOf(await addStatement(folder, { text, values, isInternal }, today()), typed);
  },
};

type Added = Awaited<ReturnType<typeof import('@article21/import')['addStatement']>>;

function resultOf(added: Added, folder: string): Result {
  if (added.is === 'refused')
    throw misuse(`the text cannot be taken: ${added.why.message}; ${added.why.hint}`);
  if (added.is === 'issues') {
    const { issues } = added;
    return {
      exit: exits.issues,
      json: { ok: false, command: 'statement', issues },
      text: [...new Set(issues.map(({ file, message, hint }) => visible(`${file}: ${message}; ${hint}`)))],
      notes: ['nothing was written'],
    };
  }
  const { id, file } = added;
  return {
    exit: exits.done,
    json: { ok: true, command: 'statement', id, file },
    text: [
      `${file} is the text of ${id} now`,
      `article21 propose ${folder}/${file} --dataset ${folder} proposes its records`,
    ],
  };
}
