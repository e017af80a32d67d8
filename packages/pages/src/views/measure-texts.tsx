import { unbroken } from '@article21/messages';
import type { MeasureId } from '@article21/model';
import { Translated } from './local.tsx';
import { useSite } from './site.tsx';

/** Measures with their definitions, units and caveats. */
export function MeasureTexts({ measures }: { measures: readonly MeasureId[] }) {
  return (
    <dl className="measure-texts">
      {measures.map((id) => (
        <MeasureText key={id} id={id} />
      ))}
    </dl>
  );
}

function MeasureText({ id }: { id: MeasureId }) {
  const { words } = useSite();
  const { label, unit, definition, caveat } = words.measure(id);
  // What the dataset itself says may be in another language than the page.
  const own = words.vocabulary.declared.measures.find((it) => it.id === id);
  return (
    <div>
      <dt>
        {own ? <Translated of={own} field="label" /> : label}{' '}
        <span className="measure-unit">{`(${unit})`}</span>
      </dt>
      <dd>{own ? <Translated of={own} field="definition" /> : unbroken(definition)}</dd>
      <dd className="measure-caveat">{unbroken(caveat)}</dd>
    </div>
  );
}
