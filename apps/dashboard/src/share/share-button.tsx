import { Waiting } from '@article21/pages/views';
import { Suspense, useRef, useState } from 'react';
import { lazyPart } from '../frame/lazy-part.tsx';
import { usePage } from '../frame/page-context.tsx';
import { fetchSheet, Sheet } from '../frame/sheet.tsx';

const dialog = lazyPart(() => import('./share-dialog.tsx').then((it) => it.ShareDialog));

/** Opens the ways to take the view elsewhere. */
export function ShareButton() {
  const { words } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const fetchAll = () => {
    fetchSheet();
    dialog.fetch();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        aria-haspopup="dialog"
        onPointerEnter={fetchAll}
        onFocus={fetchAll}
        onClick={() => {
          button.current?.focus();
          fetchAll();
          setOpen(true);
        }}
      >
        {words.ui.tools.share}
      </button>
      <Sheet wide open={open} title={words.ui.tools.share} onClose={() => setOpen(false)}>
        <Suspense fallback={<Waiting />}>
          <dialog.Part />
        </Suspense>
      </Sheet>
    </>
  );
}
