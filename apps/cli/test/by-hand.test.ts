import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { embedded, useDesk } from './datasets.ts';

const desk = useDesk();
const codebook = readFileSync(join(embedded, '../../CODEBOOK.md'), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(desk.dataset, file), text);

/** The example of the codebook that begins with some words. */
function example(beginning: string): string {
  const blocks = [...codebook.matchAll(/^```(?:json)?\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const found = blocks.find((block) => block.startsWith(beginning));
  if (found === undefined) throw new Error(`the codebook has no example that begins with ${beginning}`);
  return found;
}

it('takes what a form of the desk writes as the codebook has it, written by hand', async () => {
  write('kinds.csv', example('id,label_en,label_ru,definition_en'));
  write('measures.csv', example('id,kind,quantity'));
  write('attributes.csv', example('id,value,'));
  expect(await desk.json('check', 'dataset')).toMatchObject({
    exit: exits.done,
    document: { ok: true, issues: [] },
  });
  // A region is said of towns that lie in one, and the secret is what the command beside it prints.
  write('policy.json', example('{\n  "secret"').replace(/the output of: [^"]*/, 'a'.repeat(32)));
  const { exit, document } = await desk.json('publish', 'dataset', '--dry-run');
  expect([exit, document.policy.byRule.map((it: { rule: string }) => it.rule)]).toEqual([
    exits.done,
    ['witnesses', 'spring'],
  ]);
  expect(document.policy.doubts).toEqual(expect.arrayContaining([expect.stringContaining('witnesses')]));
});
