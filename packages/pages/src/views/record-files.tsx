import { paths, type SnapshotAnswer } from '@article21/contract/client';
import { type PageTexts, unbroken } from '@article21/messages';
import { useSite } from './site.tsx';

interface RecordFilesProps {
  snapshot: Pick<SnapshotAnswer, 'id' | 'files'>;
  about: PageTexts['about'];
}

/** The records of the shown version as files; size and hash of the one that is the same bytes for ever. */
export function RecordFiles({ snapshot: { id, files }, about }: RecordFilesProps) {
  const { words, lang, File } = useSite();
  const params = { lang, snapshot: id };
  const stored = storedParquet(files);
  return (
    <section>
      <h2 className="section-title">{about.recordFiles}</h2>
      <p>{unbroken(about.recordFilesText)}</p>
      <ul className="record-files">
        <li>
          <File href={paths.recordsCsv(params)}>CSV</File>
        </li>
        <li>
          <File href={paths.recordsXlsx(params)}>XLSX</File>
        </li>
        <li className="hashes">
          <File href={paths.recordsParquet({ snapshot: id })}>Parquet</File>
          {stored ? ` · ${unbroken(`${words.number(stored.bytes)} B`)} ` : null}
          {stored ? <code>{stored.sha256}</code> : null}
        </li>
        <li>
          <File href={paths.datasetZip({ snapshot: id })}>ZIP (datapackage.json)</File>
        </li>
      </ul>
    </section>
  );
}

/**
 * The file that is answered as it was published. A version with internal sources lists none of the files that it was
 * published from, and its Parquet file is written anew without their words.
 */
function storedParquet(files: SnapshotAnswer['files']): SnapshotAnswer['files'][number] | undefined {
  const isPublic = files.some(({ path }) => path.startsWith('files/'));
  return isPublic ? files.find(({ path }) => path === 'records.parquet') : undefined;
}
