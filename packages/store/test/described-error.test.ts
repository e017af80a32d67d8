import { describe, expect, it } from 'vitest';
import { describeError, printable } from '../src/index.ts';

describe('an error that is described', () => {
  it('has the whole chain of its causes, with what the system says of each', () => {
    const system = Object.assign(new Error('ENOENT: no such file or directory'), {
      code: 'ENOENT',
      errno: -2,
      syscall: 'open',
      path: '/srv/data/records.parquet',
    });
    const damaged = new Error('snapshot x is damaged', { cause: system });
    const said = describeError(
      Object.assign(new Error('the files are damaged', { cause: damaged }), { name: 'HttpProblem' }),
    );
    expect(said.filter((line) => !line.startsWith('  at '))).toEqual([
      'HttpProblem: the files are damaged',
      'caused by Error: snapshot x is damaged',
      'caused by Error: ENOENT: no such file or directory (code ENOENT, errno -2, syscall open, path /srv/data/records.parquet)',
    ]);
    expect(said.filter((line) => line.includes('described-error.test')).length).toBeGreaterThan(0);
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
});
