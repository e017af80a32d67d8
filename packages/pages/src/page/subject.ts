import type { LoadedSnapshot } from '@article21/answers';
import type { Changes } from '@article21/answers/changes';
import type { PageTexts, Words } from '@article21/messages';
import type { ChartQuery, QueryIssue } from '@article21/model';
import type { InlinePicture } from '@article21/pictures';
import type { PageRoute, PageState } from '../address/index.ts';
import type { Version } from '../views/index.ts';
import type { Addresses } from './addresses.ts';

/** All that a page is made of. */
export interface PageSubject {
  route: PageRoute;
  /** As it was understood; its `lang` is null where the page is in the reader's own language. */
  query: ChartQuery;
  /** What of the address was not understood. */
  issues: readonly QueryIssue[];
  /** What is open in the page, and which presentation goes along with its reader. */
  state: PageState;
  loaded: LoadedSnapshot;
  words: Words;
  texts: PageTexts;
  addresses: Addresses;
  /** Whether another version of the data is the current one. */
  older: boolean;
  /** The title of the dataset that is current, where that is another one than the page shows: then no version is older. */
  otherDataset?: string | undefined;
  /** All versions of the dataset, the last published first, for the page about the data; left out where there is only the one that is shown. */
  versions?: readonly Version[];
  /** What the shown version changed, for the same page; left out where nobody had time to compare. */
  changes?: Changes;
  /** The chart of the query, or of the notation; null where there is none, or nobody had time to draw it. */
  picture: InlinePicture | null;
}
