import type { SnapshotAnswer } from '@article21/contract/client';

/** Files with their hashes as `sha256sum --check` reads them: a line for each, hash, two spaces, path. */
export function hashList(files: SnapshotAnswer['files']): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
