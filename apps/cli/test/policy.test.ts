import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, openStore } from '@article21/store';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exits } from '../src/command.ts';
import { snapshotFolders, useDesk } from './datasets.ts';

const desk = useDesk();
const secret = '00112233445566778899aabbccddeeff';

function writePolicy(...rules: object[]): void {
  writeFileSync(join(desk.dataset, 'policy.json'), JSON.stringify({ secret, rules }));
}

const detentions = { id: 'detained', when: { kind: ['detention'] }, date: 'month', place: 'region' };
afterEach(() => vi.unstubAllEnvs());

describe('publish, of a dataset with a policy', () => {
  it('publishes its public edition and leaves nothing else behind', async () => {
    writePolicy(detentions);
    // The system's is everybody's: what stands there may be another test's.
    const temporary = join(desk.cwd, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
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
    expect(readdirSync(temporary)).toEqual([]);
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

  it('says with --dry-run what each rule changes in every headline, and publishes nothing', async () => {
    const id = await desk.publish();
    writePolicy(detentions, { id: 'fined', when: { kind: ['fine'] }, place: 'country' });
    const { exit, document } = await desk.json('publish', 'dataset', '--dry-run');
    expect(exit).toBe(exits.done);
    const [byDetained, byFined] = document.policy.byRule;
    const queries = (it: { headlines: { query: string }[] }) => it.headlines.map(({ query }) => query);
    expect([byDetained.rule, byFined.rule]).toEqual(['detained', 'fined']);
    expect(byDetained.headlines).toContainEqual({
      query: 'measure=detentions&place=almaty',
      before: expect.stringContaining('detentions in Almaty'),
      after: null,
    });
    expect(queries(byDetained).filter((it) => !/^measure=(?:detentions|records)/.test(it))).toEqual([]);
    expect(queries(byFined).some((it) => it.startsWith('measure=fines'))).toBe(true);
    // All rules together, against what is served.
    expect(queries(document)).toEqual(expect.arrayContaining([...queries(byDetained), ...queries(byFined)]));
    expect(snapshotFolders(desk.dataDir)).toEqual([id]);
  });

  it('says with --dry-run also without a policy what would change', async () => {
    const id = await desk.publish();
    desk.edit('places.csv', (text) => text.replace('Almaty,', 'Old Almaty,'));
    const { stdout, stderr } = await desk.run('publish', 'dataset', '--dry-run');
    expect(stdout).toMatch(new RegExp(`^Instead of ${id}, \\d+ headlines would change:$`, 'm'));
    expect(stdout).toMatch(/before: .* in Almaty.*\n {4}after: {2}.* in Old Almaty/);
    expect(stderr).toContain('a dry run: nothing was published\n');
    expect(snapshotFolders(desk.dataDir)).toEqual([id]);
  });
});
