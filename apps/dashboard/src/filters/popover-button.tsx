import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';

interface PopoverButtonProps {
  /** What is chosen here: "Cities". */
  label: string;
  /** What is chosen now: "Almaty". */
  value: string;
  children: ReactNode;
}

/** A button that shows its choice and opens it. The browser closes it on Esc and outside, and gives the focus back. */
export function PopoverButton({ label, value, children }: PopoverButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const place = (event: ToggleEvent<HTMLElement>) => {
    if (event.newState === 'open' && button.current) moveUnder(event.currentTarget, button.current);
    setOpen(event.newState === 'open');
  };
  return (
    <>
      <button ref={button} type="button" className="filter" popoverTarget={id} aria-expanded={open}>
        <span className="hidden">{label}: </span>
        <span className="filter-value">{value}</span>
        <span className="filter-arrow" aria-hidden="true" />
      </button>
      <section id={id} popover="auto" className="popover" aria-label={label} onToggle={place}>
        {open ? children : null}
      </section>
    </>
  );
}

const MARGIN = 8;

/** Under its button and within the window. Placed on the page, so that it scrolls with the button. */
function moveUnder(popover: HTMLElement, button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  const room = document.body.clientWidth - popover.offsetWidth - MARGIN;
  popover.style.left = `${Math.max(MARGIN, Math.min(left, room)) + window.scrollX}px`;
  popover.style.top = `${bottom + 4 + window.scrollY}px`;
}
