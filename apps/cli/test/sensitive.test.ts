import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const records = () => readFileSync(join(desk.dataset, 'records.csv'), 'utf8');
const ids = () =>
  records()
    .trimEnd()
    .split('\n')
    .slice(1, 3)
    .map((row) => row.split(',')[0] ?? '');
const rule = { id: 'protect', when: { sensitive: true }, date: 'month', place: 'region' };

function allowMarking(): void {
  const policy = { secret: '00112233445566778899aabbccddeeff', rules: [rule] };
  writeFileSync(join(desk.dataset, 'policy.json'), JSON.stringify(policy));
}

describe('sensitive', () => {
  it('marks records, lists them, and takes it back', async () => {
    allowMarking();
    const [first = '', second = ''] = ids();
    const marked = await desk.json('sensitive', 'dataset', `${first}, ${second}`);
    expect([marked.exit, marked.document]).toEqual([
      exits.done,
      { ok: true, command: 'sensitive', changed: [first, second], issues: [] },
    ]);
    expect((await desk.run('sensitive', 'dataset')).stdout).toBe(`${first}\n${second}\n`);
    expect((await desk.run('sensitive', 'dataset', second)).stdout).toBe('0 records marked as sensitive\n');
    const undone = await desk.run('sensitive', 'dataset', first, '--undo');
    expect([undone.exit, undone.stdout]).toEqual([exits.done, '1 record not sensitive any more\n']);
    expect((await desk.json('sensitive', 'dataset')).document.marked).toEqual([second]);
  });

  it('writes nothing where no rule says how such records are published', async () => {
    const before = records();
    const { exit, stdout, stderr } = await desk.run('sensitive', 'dataset', ids()[0] ?? '');
    expect([exit, records()]).toEqual([exits.issues, before]);
    expect(stdout).toContain('no rule of policy.json says how all such records are published');
    expect(stderr).toContain('nothing was written');
  });

  it('names the records that there are not, and marks none', async () => {
    allowMarking();
    const before = records();
    const { exit, stderr } = await desk.run('sensitive', 'dataset', `${ids()[0]},nobody`);
    expect([exit, records()]).toEqual([exits.usage, before]);
    expect(stderr).toContain('records.csv has no nobody');
    expect((await desk.run('sensitive', 'dataset', '--undo')).exit).toBe(exits.usage);
  });
});
