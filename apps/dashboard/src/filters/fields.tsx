// What the filters open, in one piece of the program that comes after the first chart.
export { Popover } from '../aria/popover.tsx';
export { ChartList } from './chart-list.tsx';
export { MeasureField } from './measure-field.tsx';
export { MoreField } from './more-field.tsx';
export { PeriodField } from './period-field.tsx';
export { PlaceField } from './place-field.tsx';
export { StepField } from './step-field.tsx';
