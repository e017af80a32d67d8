import { bases, phaseFilters } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { snapshotQuery } from '../queries.ts';
import { AttributeFields } from './attribute-fields.tsx';

/** What few readers narrow: attributes of the dataset's own, the phase of the assembly, and whether single incidents or summaries are counted. */
export function MoreField() {
  const { view, words, choose } = usePage();
  const { by, phase, basis, evidence, snapshot } = view.query;
  const { data: about } = useQuery(snapshotQuery(snapshot));
  const { filter } = words.ui;
  const name = useId();
  const toggled = (id: (typeof phaseFilters)[number]) => ({
    phase: phaseFilters.filter((it) => (it === id) !== phase.includes(it)),
  });
  return (
    <>
      <AttributeFields />
      <fieldset className="field">
        <legend>{filter.phase}</legend>
        <button type="button" className="quiet" onClick={() => choose({ phase: [] })}>
          {filter.anyPhase}
        </button>
        <label className="option">
          <input
            type="checkbox"
            checked={by.includes('phase')}
            onChange={() => choose({ by: by.includes('phase') ? [] : ['phase'] })}
          />
          <span>{words.ui.choice.tellPhases}</span>
        </label>
        <ul className="options">
          {phaseFilters.map((id) => (
            <li key={id}>
              <label className="option">
                <input type="checkbox" checked={phase.includes(id)} onChange={() => choose(toggled(id))} />
                <span>{words.phase[id]}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset className="field">
        <legend>{filter.basis}</legend>
        <ul className="options">
          {bases.map((id) => (
            <li key={id}>
              <label className="option">
                <input
                  type="radio"
                  name={name}
                  checked={basis === id}
                  onChange={() => choose({ basis: id })}
                />
                <span>{words.basis[id]}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {about?.notQuoted === undefined && evidence === null ? null : (
        <label className="option">
          <input
            type="checkbox"
            checked={evidence === 'quoted'}
            onChange={() => choose({ evidence: evidence === null ? 'quoted' : null })}
          />
          <span>{filter.quotedOnly}</span>
        </label>
      )}
    </>
  );
}
