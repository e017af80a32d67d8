import type { MeasureId } from '@article21/model';
import { MeasureTexts } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';

/** What the shown measures count, folded away under the chart. */
export function Method({ measures }: { measures: readonly MeasureId[] }) {
  const { words } = usePage();
  return (
    <details className="method">
      <summary>{words.ui.footer.method}</summary>
      <MeasureTexts measures={measures} />
    </details>
  );
}
