import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { usePage } from '../frame/page-context.tsx';
import { AriaWords } from './aria-words.tsx';

export interface SheetProps {
  open: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Wider than what is read line by line. */
  wide?: boolean;
}

/** A sheet, by React Aria: what is outside of it can neither be reached nor read while it is open. */
export function SheetDialog({ open, title, onClose, children, wide = false }: SheetProps) {
  const { words } = usePage();
  return (
    <AriaWords>
      <ModalOverlay className="veil" isOpen={open} isDismissable onOpenChange={(next) => !next && onClose()}>
        <Modal className={wide ? 'sheet sheet-wide' : 'sheet'}>
          <Dialog className="sheet-body">
            <div className="sheet-head">
              <Heading slot="title" className="section-title">
                {title}
              </Heading>
              <button type="button" className="quiet" onClick={onClose}>
                {words.ui.evidence.close}
              </button>
            </div>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaWords>
  );
}
