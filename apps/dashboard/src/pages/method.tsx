import type { MeasureId } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';

/** What the shown measures count, and what one must not read into them. */
export function Method({ measures }: { measures: readonly MeasureId[] }) {
  const { words } = usePage();
  return (
    <details className="method">
      <summary>{words.ui.footer.method}</summary>
      <dl>
        {measures.map((id) => (
          <div key={id}>
            <dt>{words.measure[id].label}</dt>
            <dd>{words.measure[id].definition}</dd>
            <dd className="method-caveat">{words.measure[id].caveat}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
