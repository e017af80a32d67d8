import type { ReactNode } from 'react';
import { AddressIssues } from './address-issues.tsx';
import { useSite } from './site.tsx';

interface FrameProps {
  header: ReactNode;
  /** What is said of the version of the data. */
  notice: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}

/** What stands around every page. */
export function Frame({ header, notice, footer, children }: FrameProps) {
  const { words } = useSite();
  return (
    <>
      <a className="skip" href="#content">
        {words.ui.skip}
      </a>
      {header}
      <main id="content" tabIndex={-1}>
        <AddressIssues />
        {notice}
        {children}
      </main>
      {footer}
    </>
  );
}
