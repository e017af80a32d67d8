import type { ChartQuery } from '@article21/model';
import type { ComponentProps, ReactNode } from 'react';
import { withChoice } from '../address/index.ts';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

/** A button; where no program runs that answers it, its words alone. */
export function ClientButton({ className, children, ...others }: ComponentProps<'button'>) {
  const { isLive } = useSite();
  if (!isLive) return <span className={className}>{children}</span>;
  return (
    <button type="button" className={className} {...others}>
      {children}
    </button>
  );
}

interface Focusable {
  focus?(): void;
}

/** What is used of an element: there are no types of browsers here. */
interface HasNeighbours {
  previousElementSibling?: Focusable | null;
  parentElement?: { querySelector?(selector: string): Focusable | null } | null;
}

interface ChoiceProps {
  change: Partial<ChartQuery>;
  className?: string;
  /** Whether it is what is shown; left out where it is one step and not one of several. */
  pressed?: boolean;
  /** What it says to those who do not see what it stands beside. */
  name?: string;
  /**
   * What is gone afterwards: this alone, or all of its kind with it. Who uses the keys goes on from what stands before it,
   * or from the first button beside it.
   */
  goes?: 'one' | 'all';
  /** Whether there is nothing to choose at present; it stays where it is, and keeps the focus. */
  disabled?: boolean;
  children: ReactNode;
}

/** One choice on this page: a button; where no program runs, a link to the page after it. */
export function Choice({ change, className, pressed, name, goes, disabled, children }: ChoiceProps) {
  const { isLive, view, href, choose } = useSite();
  const named = { className, 'aria-label': name };
  if (!isLive && disabled) return <span className={className}>{children}</span>;
  if (!isLive)
    return (
      <Link
        href={href({ query: withChoice(view.query, change) })}
        aria-current={pressed || undefined}
        {...named}
      >
        {children}
      </Link>
    );
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      {...named}
      onClick={({ currentTarget }) => {
        if (disabled) return;
        const { previousElementSibling: previous, parentElement: around } = currentTarget as HasNeighbours;
        const next = { one: previous, all: around?.querySelector?.('button') };
        if (goes) next[goes]?.focus?.();
        choose(change);
      }}
    >
      {children}
    </button>
  );
}
