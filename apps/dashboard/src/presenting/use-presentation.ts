import {
  checkShown,
  printShow,
  readShow,
  type ShowFault,
  type Shown,
  type ShownView,
} from '@article21/contract/client';
import { useMemo } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { replace } from '../url/location.ts';
import { remember, useSaved, workAt } from './saved-presentations.ts';

export interface Presentation {
  read: Shown;
  slides: readonly ShownView[];
  /** The presentation as the address has it; null where there is none. */
  show: string | null;
  /** Writes other slides into the address and keeps them in this browser; answers why it cannot. */
  keep(slides: readonly ShownView[]): ShowFault | null;
  /** Goes on with another presentation; with an empty one where it is null. */
  open(show: string | null): void;
}

/**
 * The presentation in the address, else the one that this browser keeps. One that cannot be read has no slides, and says so
 * in `read`.
 */
export function usePresentation(): Presentation {
  const { view, href } = usePage();
  const { current } = useSaved();
  const show = view.show ?? current;
  const read = useMemo(() => readShow(show), [show]);
  const put = (next: string | null) =>
    replace(href({ show: next, opened: view.opened, record: view.record }));
  const keep = (slides: readonly ShownView[]) => {
    const checked = checkShown(slides);
    if ('fault' in checked) return checked.fault;
    const next = printShow(slides);
    if (next === null) return 'long';
    remember(show, next);
    put(next);
    return null;
  };
  const open = (next: string | null) => {
    workAt(next);
    put(next);
  };
  return { read, slides: 'slides' in read ? read.slides : [], show, keep, open };
}
