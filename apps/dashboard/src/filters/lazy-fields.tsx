import { lazyPart } from '../frame/lazy-part.tsx';

const fields = () => import('./fields.tsx');

const parts = {
  popover: lazyPart(() => fields().then((it) => it.Popover)),
  charts: lazyPart(() => fields().then((it) => it.ChartList)),
  measures: lazyPart(() => fields().then((it) => it.MeasureField)),
  more: lazyPart(() => fields().then((it) => it.MoreField)),
  period: lazyPart(() => fields().then((it) => it.PeriodField)),
  places: lazyPart(() => fields().then((it) => it.PlaceField)),
  step: lazyPart(() => fields().then((it) => it.StepField)),
};

/** What the filters open. The program of all of them comes in one piece. */
export const Popover = parts.popover.Part;
export const ChartList = parts.charts.Part;
export const MeasureField = parts.measures.Part;
export const MoreField = parts.more.Part;
export const PeriodField = parts.period.Part;
export const PlaceField = parts.places.Part;
export const StepField = parts.step.Part;

/** Asks for that program before something is opened. */
export function fetchFields(): void {
  for (const { fetch } of Object.values(parts)) fetch();
}
