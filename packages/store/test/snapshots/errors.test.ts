import { describe, expect, it } from 'vitest';
import { isSnapshotDamaged, isSnapshotMissing, isStoreBusy, isStoreUnusable } from '../../src/index.ts';
import { Obstacle } from '../../src/snapshots/durable-fs.ts';
import {
  diskObstacle,
  explained,
  snapshotDamaged,
  snapshotMissing,
  storeBusy,
} from '../../src/snapshots/errors.ts';

const system = (code: string, more: object = {}) => Object.assign(new Error(`${code}: x`), { code, ...more });

describe('an obstacle of the disk', () => {
  it.each([
    ['ENOSPC', 'disk_full', 'the disk is full; free some space, or go elsewhere'],
    ['EDQUOT', 'disk_full', 'the disk quota is used up; free some space, or go elsewhere'],
    [
      'EACCES',
      'not_writable',
      'permission denied; let the user who runs this read and write it, or choose another folder',
    ],
    [
      'EPERM',
      'not_writable',
      'permission denied; let the user who runs this read and write it, or choose another folder',
    ],
    ['EROFS', 'not_writable', 'the disk is read-only; choose a folder on a disk that can be written'],
    [
      'ENOTDIR',
      'not_writable',
      'a file stands where a folder is needed; choose another folder, or move the file away',
    ],
    [
      'EEXIST',
      'not_writable',
      'a file stands where a folder is needed; choose another folder, or move the file away',
    ],
  ])('%s is %s: %s', (code, kind, explanation) => {
    expect(diskObstacle(system(code), 'go elsewhere')).toEqual({ code, kind, explanation });
  });

  it('is known by what an engine says of it, too', () => {
    const full = { code: 'ENOSPC', kind: 'disk_full' };
    expect(diskObstacle(new Error('IO Error: No space left on device'), 'x')).toMatchObject(full);
    expect(diskObstacle(system('EIO', { message: 'no space left on device' }), 'x')).toMatchObject(full);
  });

  it.each([
    ['another error of the system', system('EIO')],
    ['an error of the program', new Error('x')],
    ['what is no error', { code: 'ENOSPC' }],
    ['nothing', null],
  ])('is none in %s', (_, error) => {
    expect(diskObstacle(error, 'x')).toBeNull();
    expect(explained(error, '/data')).toBe(error);
  });

  it.each([
    ['an error whose cause is one', new Error('x', { cause: system('ENOSPC') })],
    ['an error of the system that nothing is known of', system('EMFILE', { syscall: 'open' })],
    ['what stands in the place of a file', new Obstacle('/data/log.jsonl', 'is a link')],
  ])('is none in %s, which keeps a store from its work all the same', (_, error) => {
    expect(diskObstacle(error, 'x')).toBeNull();
    const said = explained(error, '/data');
    expect(isStoreUnusable(said)).toBe(true);
    expect(said).toMatchObject({ message: error.message, cause: error });
  });

  it('is said with the path: where a copy goes to, else what it is about, else the folder of the store', () => {
    const said = (more: object) => {
      const cause = system('EROFS', more);
      const error = explained(cause, '/data') as Error;
      expect(error.cause).toBe(cause);
      return error.message;
    };
    const rest = ': the disk is read-only; choose a folder on a disk that can be written (EROFS)';
    expect(said({ path: '/from', dest: '/to' })).toBe(`cannot use /to${rest}`);
    expect(said({ path: '/from' })).toBe(`cannot use /from${rest}`);
    expect(said({})).toBe(`cannot use /data${rest}`);
    const full = explained(system('ENOSPC'), '/data') as Error;
    expect(full.message).toContain('or set DATA_DIR to a folder on another disk (ENOSPC)');
  });
});

describe('an error of the store', () => {
  it('is told from the others by its name', () => {
    const errors = [snapshotMissing('x'), snapshotDamaged('x', 'y'), storeBusy('z'), new Error('w'), 'text'];
    expect(errors.map(isSnapshotMissing)).toEqual([true, false, false, false, false]);
    expect(errors.map(isSnapshotDamaged)).toEqual([false, true, false, false, false]);
    expect(errors.map(isStoreBusy)).toEqual([false, false, true, false, false]);
    expect(isStoreBusy({ name: 'StoreBusy' })).toBe(false);
    expect(errors.slice(0, 3).map((it) => (it as Error).name)).toEqual([
      ...['SnapshotMissing', 'SnapshotDamaged', 'StoreBusy'],
    ]);
  });

  it('says what it is about, and no more of a long id than an id has', () => {
    expect(snapshotMissing('i'.repeat(100)).message).toBe(`unknown snapshot: ${'i'.repeat(64)}`);
    expect(storeBusy('wait').message).toBe('wait');
    const cause = new Error('why');
    const damaged = snapshotDamaged('an-id', 'a file is missing', cause);
    expect([damaged.message, damaged.cause]).toEqual(['snapshot an-id is damaged: a file is missing', cause]);
    expect('cause' in snapshotDamaged('an-id', 'x')).toBe(false);
  });
});
