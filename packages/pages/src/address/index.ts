/** What an address of the site says, and the address that says it. Nothing here needs Node. */
export {
  type ExtraKind,
  noPageState,
  type Opened,
  type PageState,
  printPageState,
  readPageState,
} from './opened.ts';
export { chartOf, choosesMeasures, hasSteps, withChoice } from './resolved-query.ts';
export type { PageRoute, Route } from './routes.ts';
export {
  type Change,
  hrefFrom,
  pageAddress,
  printView,
  readView,
  unfiltered,
  type View,
} from './view.ts';
