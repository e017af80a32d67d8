import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hashList } from '../../src/views/verification.tsx';

const folder = mkdtempSync(join(tmpdir(), 'article21-hashes-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('hashList', () => {
  it('is read by sha256sum, which finds a file that was changed', () => {
    const sha256 = createHash('sha256').update('as published').digest('hex');
    writeFileSync(join(folder, 'records.csv'), 'as published');
    writeFileSync(join(folder, 'SHA256SUMS'), hashList([{ path: 'records.csv', bytes: 12, sha256 }]));
    const check = () =>
      execFileSync('sha256sum', ['--check', 'SHA256SUMS'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    expect(String(check())).toContain('records.csv: ');
    writeFileSync(join(folder, 'records.csv'), 'as changed');
    expect(check).toThrow();
  });
});
