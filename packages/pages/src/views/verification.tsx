import type { SnapshotAnswer } from '@article21/contract/client';
import { type PageTexts, unbroken } from '@article21/messages';
import { CopyButton } from './copy-button.tsx';
import { useSite } from './site.tsx';

interface VerificationProps {
  snapshot: Pick<SnapshotAnswer, 'id' | 'files'>;
  about: PageTexts['about'];
}

/** The hash of every file of the shown version, and how one compares them. */
export function Verification({ snapshot, about }: VerificationProps) {
  const { words } = useSite();
  const { files, id } = snapshot;
  return (
    <section>
      <h2 className="section-title">{about.verify}</h2>
      <p>{unbroken(about.verifyText)}</p>
      <pre lang="en">sha256sum --check SHA256SUMS</pre>
      <p>{unbroken(about.verifyServer)}</p>
      <pre lang="en">{`npm run article21 -- verify ${id}`}</pre>
      <details className="hashes">
        <summary>{unbroken(words.plural(about.files, files.length))}</summary>
        <ul>
          {files.map(({ path, bytes, sha256 }) => (
            <li key={path}>
              {`${path} · ${unbroken(`${words.number(bytes)} B`)} `}
              <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </details>
      <CopyButton text={() => hashList(files)} label={about.copyHashes} />
    </section>
  );
}

/** Files with their hashes as `sha256sum --check` reads them: a line for each, hash, two spaces, path. */
export function hashList(files: SnapshotAnswer['files']): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
