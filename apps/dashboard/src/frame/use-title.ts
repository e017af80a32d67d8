import { useEffect } from 'react';
import { usePage } from './page-context.tsx';

let isNamed = false;

/** Names the page in the browser's tab and history. While it is not known, the name that the server wrote stays. */
export function useTitle(title: string | null | undefined): void {
  const { words } = usePage();
  useEffect(() => {
    if (!title && !isNamed) return;
    isNamed = true;
    document.title = title ? `${title.replace(/\.$/, '')} · ${words.ui.site}` : words.ui.site;
  }, [title, words]);
}
