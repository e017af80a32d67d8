import { Suspense } from 'react';
import type { SheetProps } from '../aria/sheet-dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failure } from './failure.tsx';
import { lazyPart } from './lazy-part.tsx';

const dialog = lazyPart(() => import('../aria/sheet-dialog.tsx').then((it) => it.SheetDialog));

/** Asks for what sheets are made of before one is opened. */
export const fetchSheet = dialog.fetch;

/** A modal dialog at the side, on a phone at the bottom: holds the focus, closes on Esc and gives the focus back. */
export function Sheet(props: SheetProps) {
  if (!props.open) return null;
  return (
    <ErrorBoundary attempt={props.title} fallback={(error, retry) => <Failure error={error} retry={retry} />}>
      <Suspense fallback={null}>
        <dialog.Part {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
