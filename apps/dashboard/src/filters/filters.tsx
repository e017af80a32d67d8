import './filters.css';
import { hasSteps } from '@article21/pages/address';
import { FilterBar, type FilterProps, FilterText, StatedFilter } from '@article21/pages/views';
import { type ReactNode, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { fetchSheet, Sheet } from '../frame/sheet.tsx';
import { useMedia } from '../frame/use-media.ts';
import {
  ChartList,
  fetchFields,
  MeasureField,
  MoreField,
  PeriodField,
  PlaceField,
  StepField,
} from './lazy-fields.tsx';
import { PopoverButton } from './popover-button.tsx';

/** The question, as choices that can be opened. */
export function Filters() {
  const { isLive } = usePage();
  const wide = useMedia('(min-width: 720px)');
  return <FilterBar wide={isLive ? wide : null} Filter={Filter} />;
}

function Filter(props: FilterProps) {
  const { isLive } = usePage();
  if (!isLive) return <StatedFilter {...props} />;
  if (props.of === 'all') return <AllFilters {...props} />;
  return <PopoverButton {...props}>{fields[props.of]}</PopoverButton>;
}

const fields: Record<Exclude<FilterProps['of'], 'all'>, ReactNode> = {
  measures: <MeasureField />,
  places: <PlaceField />,
  period: <PeriodField />,
  step: <StepField />,
  more: <MoreField />,
  chart: <ChartList />,
};

/** The list of places once more, beside a chart that does not draw all of them. */
export function ChoosePlaces() {
  const { choice } = usePage().words.ui;
  return (
    <PopoverButton label={choice.notDrawn} value={choice.choosePlaces}>
      <PlaceField />
    </PopoverButton>
  );
}

/** Asks for all that the folded filters open. */
function fetchAll(): void {
  fetchSheet();
  fetchFields();
}

/** One line that opens all filters, where there is little room. */
function AllFilters({ label, value }: FilterProps) {
  const { view } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <>
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
        <FilterText label={label} value={value} />
      </button>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <MeasureField />
        <PlaceField />
        <PeriodField />
        {hasSteps(view.query) ? <StepField /> : null}
        <MoreField />
      </Sheet>
    </>
  );
}
