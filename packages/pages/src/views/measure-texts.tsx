import { unbroken } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { useSite } from './site.tsx';

/** Measures with their definitions, units and caveats. */
export function MeasureTexts({ measures }: { measures: readonly MeasureId[] }) {
  const { words } = useSite();
  return (
    <dl className="measure-texts">
      {measures.map((id) => (
        <div key={id}>
          <dt>
            {`${words.measure(id).label} `}
            <span className="measure-unit">{`(${words.measure(id).unit})`}</span>
          </dt>
          <dd>{unbroken(words.measure(id).definition)}</dd>
          <dd className="measure-caveat">{unbroken(words.measure(id).caveat)}</dd>
        </div>
      ))}
    </dl>
  );
}
