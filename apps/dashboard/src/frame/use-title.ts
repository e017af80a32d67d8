import { useEffect } from 'react';
import { usePage } from './page-context.tsx';

/** Names the page in the browser's tab and history. */
export function useTitle(title: string | null | undefined): void {
  const { words } = usePage();
  useEffect(() => {
    document.title = title ? `${title.replace(/\.$/, '')} · ${words.ui.site}` : words.ui.site;
  }, [title, words]);
}
