import type { MeasureId } from '@article21/model';
import { MeasureTexts } from '../measure-texts.tsx';
import { useSite } from '../site.tsx';

/** What the shown measures count, folded away under the chart. */
export function Method({ measures }: { measures: readonly MeasureId[] }) {
  const { words } = useSite();
  return (
    <details className="method">
      <summary>{words.ui.footer.method}</summary>
      <MeasureTexts measures={measures} />
    </details>
  );
}
