import type { ComponentProps, MouseEvent } from 'react';
import { navigate } from './location.ts';
import { located } from './mirror.ts';

/** A link within the site: a real one for new tabs and for copying, without loading the page anew. */
export function Link({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={located(href)} onClick={follow} {...rest} />;
}
