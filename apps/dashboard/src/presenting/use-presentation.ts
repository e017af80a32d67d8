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

export interface Presentation {
  read: Shown;
  slides: readonly ShownView[];
  /** Writes other slides into the address; answers why it cannot. */
  keep(slides: readonly ShownView[]): ShowFault | null;
}

/** The presentation in the address. One that cannot be read has no slides, and says so in `read`. */
export function usePresentation(): Presentation {
  const { view, href } = usePage();
  const read = useMemo(() => readShow(view.show), [view.show]);
  const keep = (slides: readonly ShownView[]) => {
    const checked = checkShown(slides);
    if ('fault' in checked) return checked.fault;
    const show = printShow(slides);
    if (show === null) return 'long';
    replace(href({ show, opened: view.opened, record: view.record }));
    return null;
  };
  return { read, slides: 'slides' in read ? read.slides : [], keep };
}
