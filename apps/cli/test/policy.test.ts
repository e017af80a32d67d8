import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine, openStore } from '@article21/store';
import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const secret = '00112233445566778899aabbccddeeff';

function writePolicy(...rules: object[]): void {
  writeFileSync(join(desk.dataset, 'policy.json'), JSON.stringify({ secret, rules }));
}

const detentions = { id: 'detained', when: { kind: ['detention'] }, date: 'month', place: 'region' };
const scratches = () => readdirSync(tmpdir()).filter((name) => name.startsWith('article21-scratch-'));

describe('publish, of a dataset with a policy', () => {
  it('publishes its public edition and leaves nothing else behind', async () => {
    writePolicy(detentions);
    const before = scratches();
    const { exit, document } = await desk.json('publish', 'dataset');
    expect(exit).toBe(exits.done);
    const { records } = document.policy;
    expect(records).toBeGreaterThan(5);
    expect(document.policy.rules).toEqual([{ id: 'detained', records }]);
    expect(document.dataset.coarsened).toEqual([{ date: 'month', place: 'region', records }]);
    const root = join(desk.dataDir, 'snapshots', document.id, 'files');
    expect(existsSync(join(root, 'policy.json'))).toBe(false);
    const rows = readFileSync(join(root, 'records.csv'), 'utf8').split('\n');
    const detained = rows.filter((row) => row.includes(',detention,'));
    expect(detained).toHaveLength(records);
    expect(detained.filter((row) => !/^withheld-[0-9a-f]{20},/.test(row))).toEqual([]);
    expect(scratches()).toEqual(before);
  });

  it('is refused by the store where nobody made its public edition', async () => {
    const store = openStore({ dataDir: desk.dataDir, engine: engine('memory') });
    for (const name of ['policy.json', 'Policy.JSON', 'policy.json.txt', 'policy (1).json', 'policy']) {
      writeFileSync(join(desk.cwd, 'dataset', name), '{}');
      const reading = store.publish(desk.dataset, () => Promise.reject(new Error('it was read')));
      await expect(reading).rejects.toThrow('public edition');
    }
    expect(await store.ids()).toEqual([]);
  });

  it('is refused with what is wrong in the policy', async () => {
    writePolicy({ ...detentions, when: { place: ['nowhere'] } });
    const { exit, document } = await desk.json('publish', 'dataset');
    expect(exit).toBe(exits.issues);
    expect(document.issues).toMatchObject([
      { file: 'policy.json', column: 'rules.0.when.place', message: 'there is no place nowhere' },
    ]);
    expect(existsSync(join(desk.dataDir, 'current'))).toBe(false);
  });

  it('names the snapshots of before that have the protected records as they are', async () => {
    const id = await desk.publish();
    writePolicy(detentions);
    const { stderr } = await desk.run('publish', 'dataset');
    expect(stderr).toContain(`not hidden: snapshot ${id} has protected records as they are: retract it`);
  });
});
