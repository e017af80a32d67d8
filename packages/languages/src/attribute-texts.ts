import type { Forms } from './forms.ts';

/** Of attributes that a dataset declares. */
export interface AttributeTexts {
  /** Over the attributes on the page of methods, and what they are. */
  title: string;
  lead: string;
  /** Of an attribute that is no filter. */
  any: string;
  /** In place of a value. */
  unstated: string;
  /** In a headline, with `{list}` of `filtered`. */
  headline: string;
  /** The clause of one filter: an attribute, and its `{values}` joined by `or`. */
  filtered: string;
  /** A value's label, told apart from the words around it. */
  value: string;
  /** Stands for very many `{values}`, as `headline.morePlaces` does for places. */
  moreValues: Forms;
  /** A clause: `{count}` of which an asked attribute is not stated. */
  unattributed: string;
  /** In a chart's place where there is no more than that. */
  empty: string;
}
