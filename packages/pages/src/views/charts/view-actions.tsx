import type { ReactNode } from 'react';
import { useSite } from '../site.tsx';

interface ViewActionsProps {
  /** What was done. */
  status?: string;
  add?(): void;
  /** The way to the presentation, where there is one. */
  presentation?: ReactNode;
  share?: ReactNode;
  printing?: ReactNode;
}

/** What one can do with the view as a whole: add it to a presentation, share it, print it. */
export function ViewActions({ status = '', add, presentation, share, printing }: ViewActionsProps) {
  const { words } = useSite();
  const { present, tools } = words.ui;
  return (
    <section className="view-actions needs-script" aria-label={present.title}>
      <span className="view-said" role="status">
        {status}
      </span>
      <button type="button" className="button" onClick={add}>
        <span className="fully">{present.add}</span>
        <span className="briefly">{present.addBriefly}</span>
      </button>
      {presentation}
      {share ?? (
        <button type="button" className="button" aria-haspopup="dialog">
          {tools.share}
        </button>
      )}
      {printing ?? (
        <span className="view-printing">
          <button type="button" className="quiet" aria-expanded={false} aria-controls="printing">
            {present.print}
          </button>
        </span>
      )}
    </section>
  );
}
