import { describe, expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { errorCode, explain } from '../src/explain.ts';
import { misuse } from '../src/failure.ts';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });
const disk = (code: string, more: object = {}) => Object.assign(new Error(`${code}: x`), { code, ...more });

describe('what stopped a command', () => {
  it.each([
    [misuse('wrong'), exits.usage, 'usage'],
    [named('SnapshotMissing', 'unknown snapshot'), exits.usage, 'usage'],
    [named('SnapshotDamaged', 'damaged'), exits.damaged, 'damaged'],
    [named('StoreBusy', 'busy'), exits.failed, 'busy'],
    [new Error('cannot use x', { cause: disk('ENOSPC') }), exits.failed, 'disk_full'],
    [new Error('IO Error: No space left on device'), exits.failed, 'disk_full'],
    [disk('EACCES'), exits.failed, 'not_writable'],
    [disk('ENOENT', { syscall: 'mkdir', path: '/x' }), exits.failed, 'not_writable'],
    [disk('EIO'), exits.failed, 'failed'],
    [new Error('anything'), exits.failed, 'failed'],
    ['text', exits.failed, 'failed'],
  ])('%s has an exit code and a code', (error, exit, code) => {
    expect(explain(error)).toMatchObject({ exit, code });
  });

  it('is one sentence, with its cause where the sentence does not name it', () => {
    const cause = new Error('the socket is closed');
    expect(explain(new Error('it could not be written', { cause })).message).toBe(
      'it could not be written (the socket is closed)',
    );
    const full = new Error('cannot use x: the disk is full', { cause: disk('ENOSPC') });
    expect(explain(full).message).toBe('cannot use x: the disk is full');
  });
});

it('the operating system has no part in an error that only looks alike', () => {
  expect(errorCode(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull();
  expect(errorCode('ENOSPC')).toBeNull();
});
