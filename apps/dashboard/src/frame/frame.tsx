import type { ReactNode } from 'react';
import { AddressIssues } from './address-issues.tsx';
import { AfterPaint } from './after-paint.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { OlderVersion } from './older-version.tsx';
import { usePage } from './page-context.tsx';

// The same each time, so that they are not drawn anew with the page that stands between them.
const header = <Header />;
const footer = <Footer />;

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { words } = usePage();
  return (
    <>
      <a className="skip" href="#content">
        {words.ui.skip}
      </a>
      <AfterPaint>{header}</AfterPaint>
      <main id="content" tabIndex={-1}>
        <AddressIssues />
        <OlderVersion />
        {children}
      </main>
      <AfterPaint>{footer}</AfterPaint>
    </>
  );
}
