import { FilterText } from '@article21/pages/views';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { Failure } from '../frame/failure.tsx';
import { fetchFields, Popover } from './lazy-fields.tsx';

interface PopoverButtonProps {
  /** What is chosen here: "Places". */
  label: string;
  /** What is chosen now: "Almaty". */
  value: string;
  children: ReactNode;
}

/** A button that shows its choice and opens it. What it opens comes later than the first chart. */
export function PopoverButton({ label, value, children }: PopoverButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    // Safari gives no focus to what is pressed; it must come back here.
    button.current?.focus();
    fetchFields();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="filter"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={show}
        onPointerEnter={fetchFields}
        onFocus={fetchFields}
      >
        <FilterText label={label} value={value} />
      </button>
      {open ? (
        <ErrorBoundary attempt={label} fallback={(error, retry) => <Failure error={error} retry={retry} />}>
          <Suspense fallback={null}>
            <Popover label={label} button={button} close={() => setOpen(false)}>
              {children}
            </Popover>
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  );
}
