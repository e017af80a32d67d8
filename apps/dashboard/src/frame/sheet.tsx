import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { usePage } from './page-context.tsx';

interface SheetProps {
  open: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A native modal dialog: the browser keeps the focus inside, closes it on Esc and gives the focus back. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const { words } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const { current } = dialog;
    if (!current) return;
    if (open && !current.open) current.showModal();
    if (!open && current.open) current.close();
  }, [open]);
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way of closing it
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={heading}
      onClick={onClick}
      // The browser closes what Esc cancels by itself; the address must follow.
      onClose={() => open && onClose()}
    >
      {open ? (
        <div className="sheet-body">
          <div className="sheet-head">
            <h2 className="section-title" id={heading}>
              {title}
            </h2>
            <button type="button" className="quiet" onClick={onClose}>
              {words.ui.evidence.close}
            </button>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
