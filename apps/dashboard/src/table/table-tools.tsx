import { paths } from '@article21/contract/client';
import { CopyButton } from '@article21/pages/views';
import { FileLink } from '../frame/file-link.tsx';
import { usePage } from '../frame/page-context.tsx';
import { countedQuery } from '../url/resolved-query.ts';
import type { TableRow } from './counts-rows.ts';
import { tableText } from './table-text.ts';

/** The ways to take the numbers along: all of them, whatever is shown. */
export function TableTools({ rows }: { rows: readonly TableRow[] }) {
  const { view, words, lang } = usePage();
  const { tools, footer } = words.ui;
  const asked = { ...countedQuery(view.query), lang, chart: null, theme: null, title: null };
  return (
    <div className="table-tools">
      <CopyButton
        text={() => tableText(rows, words)}
        label={tools.copyTable}
        done={words.plural(tools.copiedRows, rows.length)}
      />
      <ul className="downloads" aria-label={footer.download}>
        <li aria-hidden="true">{footer.download}</li>
        <li>
          <FileLink href={paths.countsCsv(asked)}>CSV</FileLink>
        </li>
        <li>
          <FileLink href={paths.countsSheetCsv(asked)}>{tools.sheetCsv}</FileLink>
        </li>
        <li>
          <FileLink href={paths.countsXlsx(asked)}>XLSX</FileLink>
        </li>
        <li>
          <FileLink download href={paths.counts(asked)}>
            JSON
          </FileLink>
        </li>
      </ul>
    </div>
  );
}
