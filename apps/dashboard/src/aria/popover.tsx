import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { AriaWords } from './aria-words.tsx';

export interface PopoverProps {
  label: string;
  /** What opened it: it stands under that, and gives the focus back to it. */
  button: RefObject<HTMLButtonElement | null>;
  close(): void;
  children: ReactNode;
}

const MOST_HEIGHT = 560;

/** A dialog under a button, by React Aria: holds the focus, closes on Esc and on a press outside. */
export function Popover({ label, button, close, children }: PopoverProps) {
  return (
    <AriaWords>
      <AriaPopover
        className="popover"
        triggerRef={button}
        isOpen
        onOpenChange={(next) => !next && close()}
        placement="bottom start"
        offset={4}
        containerPadding={8}
        maxHeight={MOST_HEIGHT}
      >
        <Dialog className="popover-body" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </AriaWords>
  );
}
