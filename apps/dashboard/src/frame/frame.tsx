import type { ReactNode } from 'react';
import { AddressIssues } from './address-issues.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { OlderVersion } from './older-version.tsx';
import { usePage } from './page-context.tsx';

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { words } = usePage();
  return (
    <>
      <a className="skip" href="#content">
        {words.ui.skip}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <AddressIssues />
        <OlderVersion />
        {children}
      </main>
      <Footer />
    </>
  );
}
