import './filters.css';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { fetchSheet, Sheet } from '../frame/sheet.tsx';
import { useMedia } from '../frame/use-media.ts';
import { hasSteps } from '../url/resolved-query.ts';
import { ChartField } from './chart-field.tsx';
import { measureChoice, periodChoice, placeChoice } from './choices.ts';
import { fetchFields, MeasureField, MoreField, PeriodField, PlaceField, StepField } from './fields-later.tsx';
import { Narrowed } from './narrowed.tsx';
import { PopoverButton } from './popover-button.tsx';

/** The question, as a line of choices; where there is little room, as one line that opens them all. */
export function FilterBar() {
  const wide = useMedia('(min-width: 720px)');
  return wide ? <Choices /> : <Folded />;
}

function Choices() {
  const { view, words, places } = usePage();
  const { query } = view;
  const { filter, page, choice } = words.ui;
  return (
    <section className="filters" aria-label={filter.title}>
      <PopoverButton label={filter.measures} value={measureChoice(query, words)}>
        <MeasureField />
      </PopoverButton>
      <PopoverButton label={filter.places} value={placeChoice(query, words, places)}>
        <PlaceField />
      </PopoverButton>
      <PopoverButton label={page.period} value={periodChoice(query, words)}>
        <PeriodField />
      </PopoverButton>
      {hasSteps(query) ? (
        <PopoverButton label={filter.step} value={words.step[query.every]}>
          <StepField />
        </PopoverButton>
      ) : null}
      <PopoverButton label={`${filter.phase}, ${filter.basis}`} value={choice.more}>
        <MoreField />
      </PopoverButton>
      <Narrowed />
      <ChartField />
    </section>
  );
}

/** Asks for all that the folded filters open. */
function fetchAll(): void {
  fetchSheet();
  fetchFields();
}

/** A point between two choices stays beside the first: no line begins with it. */
const BETWEEN = '\u00a0· ';

function Folded() {
  const { view, words, places } = usePage();
  const { query } = view;
  const [open, setOpen] = useState(false);
  const { filter } = words.ui;
  const parts = [
    measureChoice(query, words),
    placeChoice(query, words, places),
    periodChoice(query, words),
    ...(hasSteps(query) ? [words.step[query.every]] : []),
  ];
  return (
    <section className="filters filters-folded" aria-label={filter.title}>
      <button
        type="button"
        className="filter"
        aria-haspopup="dialog"
        onClick={() => {
          fetchAll();
          setOpen(true);
        }}
        onPointerEnter={fetchAll}
        onFocus={fetchAll}
      >
        <span className="hidden">{filter.title}: </span>
        <span className="filter-value">{parts.join(BETWEEN)}</span>
        <span className="filter-arrow" aria-hidden="true" />
      </button>
      <Narrowed />
      <ChartField />
      <Sheet open={open} title={filter.title} onClose={() => setOpen(false)}>
        <MeasureField />
        <PlaceField />
        <PeriodField />
        {hasSteps(query) ? <StepField /> : null}
        <MoreField />
      </Sheet>
    </section>
  );
}
