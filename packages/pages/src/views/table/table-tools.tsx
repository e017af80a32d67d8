import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { type ChartQuery, withoutLook } from '@article21/model';
import { CopyButton } from '../copy-button.tsx';
import { useSite } from '../site.tsx';
import type { TableRow } from './counts-rows.ts';
import { tableText } from './table-text.ts';

/** The ways to take the numbers along: all of them, whatever is shown. */
export function TableTools({ rows, by }: { rows: readonly TableRow[]; by: ChartQuery['by'] }) {
  const { view, words, lang, File } = useSite();
  const { tools, footer } = words.ui;
  const asked = { ...withoutLook(resolveQuery(view.query)), lang };
  return (
    <div className="table-tools">
      <CopyButton
        text={() => tableText(rows, { by }, words)}
        label={tools.copyTable}
        done={words.plural(tools.copiedRows, rows.length)}
      />
      <ul className="downloads" aria-label={footer.download}>
        <li aria-hidden="true">{footer.download}</li>
        <li>
          <File href={paths.countsCsv(asked)}>CSV</File>
        </li>
        <li>
          <File href={paths.countsSheetCsv(asked)}>{tools.sheetCsv}</File>
        </li>
        <li>
          <File href={paths.countsXlsx(asked)}>XLSX</File>
        </li>
        <li>
          <File download href={paths.counts(asked)}>
            JSON
          </File>
        </li>
      </ul>
    </div>
  );
}
