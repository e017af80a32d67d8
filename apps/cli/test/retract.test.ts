import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
/** The id of the last record of the embedded dataset. */
const lastRecord = () => {
  const rows = readFileSync(join(desk.dataset, 'records.csv'), 'utf8').trimEnd().split('\n');
  return (rows.at(-1) ?? '').split(',')[0] ?? '';
};

/** Publishes the dataset, then an edition of it without its last record. */
async function corrected() {
  const record = lastRecord();
  const bad = await desk.publish();
  const without = (text: string) =>
    text
      .split('\n')
      .filter((line) => !line.split(',').includes(record))
      .join('\n');
  desk.edit('records.csv', without);
  desk.edit('evidence.csv', without);
  const good = await desk.publish();
  return { record, bad, good };
}

const tombstones = () => readdirSync(join(desk.dataDir, 'retractions')).sort();

describe('retract', () => {
  it('of a record removes every snapshot that held it, once none that is served does', async () => {
    const { record, bad, good } = await corrected();
    const { exit, document } = await desk.json('retract', record, '--reason', 'endangers_person');
    expect([exit, document]).toEqual([
      exits.done,
      {
        ok: true,
        command: 'retract',
        snapshots: [bad],
        reason: 'endangers_person',
        record,
        quoted: [expect.any(String)],
        signedWith: null,
      },
    ]);
    expect(readdirSync(join(desk.dataDir, 'snapshots'))).toEqual([good]);
    expect(tombstones()).toEqual([`${bad}.json`, 'records.json']);
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
    expect((await desk.run('snapshots')).stdout).toContain(`${bad} was retracted on `);
    const refused = await desk.run('rollback', bad);
    expect([refused.exit, refused.stderr]).toEqual([
      exits.usage,
      expect.stringContaining('was retracted on'),
    ]);
  });

  it('of a record is done again where it was cut short before others were told', async () => {
    const { record } = await corrected();
    const first = await desk.run('retract', record, '--reason', 'endangers_person');
    expect(first.exit).toBe(exits.done);
    const before = tombstones();
    const { exit, document } = await desk.json('retract', record, '--reason', 'wrong');
    expect([exit, document]).toMatchObject([exits.done, { snapshots: [], record, quoted: [] }]);
    expect(tombstones()).toEqual(before);
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
  });

  it('of a record that is served says what to do first, and removes nothing', async () => {
    const id = await desk.publish();
    const { exit, stderr } = await desk.run('retract', lastRecord(), '--reason', 'wrong');
    expect(exit).toBe(exits.failed);
    expect(stderr).toContain(
      `is in ${id}, which is served: take it out of the dataset and publish that first, then retract it`,
    );
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
  });

  it('of a snapshot that is served, without a reason, or of nothing that is known, is refused', async () => {
    const id = await desk.publish();
    const asked: [string[], number, string][] = [
      [
        [id, '--reason', 'wrong'],
        exits.failed,
        'is what is served, and cannot be retracted before another is',
      ],
      [[id], exits.usage, 'retract needs a reason: --reason <code> (known: endangers_person, '],
      [[id, '--reason', 'wrnog'], exits.usage, 'unknown reason: wrnog'],
      [['2012-01-01-0000000000000000', '--reason', 'wrong'], exits.usage, 'unknown snapshot: 2012-01-01'],
      [['r-nobody', '--reason', 'wrong'], exits.usage, 'has a record of that id'],
    ];
    for (const [argv, exit, said] of asked) {
      const outcome = await desk.run('retract', ...argv);
      expect([argv, outcome.exit, outcome.stderr]).toEqual([argv, exit, expect.stringContaining(said)]);
    }
    expect((await desk.run('verify', '--all')).exit).toBe(exits.done);
  });
});
