import { type ReactNode, useEffect, useId, useRef } from 'react';
import { usePage } from '../frame/page-context.tsx';

interface PanelProps {
  title: string;
  close(): void;
  children: ReactNode;
}

/** What is opened beside a slide. Takes the focus, and gives it back. */
export function Panel({ title, close, children }: PanelProps) {
  const { words } = usePage();
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className="present-panel" ref={panel} tabIndex={0} aria-labelledby={heading}>
      <div className="present-panel-head">
        <h2 className="section-title" id={heading}>
          {title}
        </h2>
        <button type="button" className="quiet" onClick={close}>
          {words.ui.evidence.close}
        </button>
      </div>
      {children}
    </aside>
  );
}
