import type { ComponentProps } from 'react';
import { useSite } from './site.tsx';

/** A link within the site: a real one for new tabs and for copying, without loading the page anew. */
export function Link({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const { located, follow } = useSite();
  return (
    <a
      href={located(href)}
      onClick={(event) => {
        onClick?.(event);
        follow(href, event);
      }}
      {...rest}
    />
  );
}
