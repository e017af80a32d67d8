import type { SnapshotAnswer } from '@article21/contract/client';
import { CopyButton } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';
import { hashList } from './hash-list.ts';
import { usePageTexts } from './page-texts.ts';

/** The hash of every file of the shown version, and how one compares them. */
export function Verification({ snapshot }: { snapshot: SnapshotAnswer }) {
  const { words } = usePage();
  const { about } = usePageTexts();
  const { files, id } = snapshot;
  return (
    <section>
      <h2 className="section-title">{about.verify}</h2>
      <p>{about.verifyText}</p>
      <pre lang="en">sha256sum --check SHA256SUMS</pre>
      <p>{about.verifyServer}</p>
      <pre lang="en">npm run article21 -- verify {id}</pre>
      <details className="hashes">
        <summary>{words.plural(about.files, files.length)}</summary>
        <ul>
          {files.map(({ path, bytes, sha256 }) => (
            <li key={path}>
              {path} · {words.number(bytes)} B <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </details>
      <CopyButton text={() => hashList(files)} label={about.copyHashes} />
    </section>
  );
}
