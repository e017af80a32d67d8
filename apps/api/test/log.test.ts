import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

let time = 0;
let lines: string[] = [];
let report = createLog({ warn: () => {}, now: () => 0 });
beforeEach(() => {
  time = 0;
  lines = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `#${ids}`;
  };
  report = createLog({ warn: (line) => lines.push(line), now: () => time, newId });
});

describe('an error in the log', () => {
  it('is written once, however many wait for it', () => {
    const error = new Error('no current');
    expect([report(error), report(error), report(error)]).toEqual(['#1', '#1', '#1']);
    expect(lines.filter((line) => line.includes('no current'))).toHaveLength(1);
  });
});

describe('many errors of one kind', () => {
  const full = () => lines.filter((line) => / Error: /.test(line)).map((line) => line.split(' ')[0]);

  it('are sampled, and each answer names an id that is in the log', () => {
    const ids = Array.from({ length: 20_000 }, () => report(new Error('no current')));
    expect(full()).toEqual(['#1', '#2', '#3', '#4', '#5']);
    expect(lines.filter((line) => line.includes('such errors')).map((line) => line.split(' ')[1])).toEqual([
      '10',
      '100',
      '1000',
      '10000',
    ]);
    expect(new Set(ids.slice(5))).toEqual(new Set(['#5']));
  });

  it('hide none of another kind, and are written again after a minute', () => {
    for (let i = 0; i < 100; i += 1) report(new Error('no current'));
    expect(report(new Error('another'))).toBe('#6');
    time = 60_000;
    expect(report(new Error('no current'))).toBe('#7');
  });

  it('are of one kind also where each is about a folder or file with another made-up name', () => {
    const made = (i: number) => `article21-records-${(0xa00000 + i).toString(16)}`;
    for (let i = 0; i < 50; i += 1) {
      const cause = Object.assign(new Error(`ENOSPC: open '/tmp/${made(i)}/records'`), { path: made(i) });
      report(new Error('records cannot be copied to /tmp (TMPDIR)', { cause }));
      report(new Error(`no space for tmp-${randomUUID()}`));
    }
    expect(full()).toHaveLength(2 * 5 + 5);
  });

  it('are sampled also where each says something else', () => {
    for (let i = 0; i < 10_000; i += 1) report(new Error(`no record ${i}`));
    expect(full()).toHaveLength(100);
  });
});

describe('the application', () => {
  it('asks once what is current for all who wait, and all are told one id', async () => {
    const folder = await temporaryFolder();
    const store = storeIn(folder.path);
    await publishMade(store, folder.path);
    let asked = 0;
    const current = async () => {
      asked += 1;
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO', path: folder.path });
    };
    const app = appOf({ ...store, current }, { report });
    const responses = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => app.hono.request(`/api/v1/counts?by=${i}`)),
    );
    const instances = await Promise.all(
      responses.map(async (it) => ((await it.json()) as { instance: string }).instance),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([503]));
    expect(asked).toBe(1);
    expect(new Set(instances)).toEqual(new Set(['urn:uuid:#1']));
    expect(lines.join('\n')).toContain(`EIO: i/o error (code EIO, path ${folder.path})`);
    await app.close();
    await folder.remove();
  });
});
