import { HttpProblem } from '@article21/answers';
import { describeError, printable } from '@article21/store';
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
  it('has the whole chain of its causes, with what the system says of each', () => {
    const system = Object.assign(new Error('ENOENT: no such file or directory'), {
      code: 'ENOENT',
      errno: -2,
      syscall: 'open',
      path: '/srv/data/records.parquet',
    });
    const damaged = new Error('snapshot x is damaged', { cause: system });
    const said = describeError(new HttpProblem('unavailable', 'the files are damaged', [], damaged));
    expect(said.filter((line) => !line.startsWith('  at '))).toEqual([
      'HttpProblem: the files are damaged',
      'caused by Error: snapshot x is damaged',
      'caused by Error: ENOENT: no such file or directory (code ENOENT, errno -2, syscall open, path /srv/data/records.parquet)',
    ]);
    expect(said.filter((line) => line.includes('log.test')).length).toBeGreaterThan(0);
  });

  it('says what was thrown when it was no error, and ends where causes go round', () => {
    expect(describeError('a\u001b[31m')).toEqual(["thrown: 'a\\x1B[31m'"]);
    expect(describeError(undefined)).toEqual(['thrown: undefined']);
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    expect(describeError(one).filter((line) => line.startsWith('caused by'))).toEqual([
      'caused by Error: two',
    ]);
  });

  it.each(['\u001b]0;title\u0007', 'a\nb', 'a\r b', '\u0085', '\u2028', '\u202egpj', '\u200b', '\ud800'])(
    'names the file %j without doing what is in its name',
    (name) => {
      const error = Object.assign(new Error(`EACCES: ${name}`), { path: `/srv/${name}` });
      error.stack = `Error: EACCES: ${name}\n    at read (/srv/${name}:1:1)`;
      for (const line of describeError(error)) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(printable('Қазақстан 2012, “quoted”')).toBe('Қазақстан 2012, “quoted”');
    },
  );

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
