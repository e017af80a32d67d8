import type { Problem } from '@article21/contract/client';
import { problemTexts, type Words } from '@article21/messages';
import { type FileProps, useSite } from '@article21/pages/views';
import { useState } from 'react';
import { ask } from '../ask.ts';
import { pageData } from '../page-data.ts';
import { mirror } from '../url/mirror.ts';
import { sitePath } from '../url/site-path.ts';
import { useHydrated } from './use-hydrated.ts';

/** A file to take along: a link to the API, or in a mirror a button that makes the same file here. */
export function FileLink(props: FileProps) {
  if (mirror) return <MirrorFile {...props} />;
  const { href } = props;
  return <a {...props} href={href.startsWith('/') ? sitePath + href : href} />;
}

/** Until the program has taken in the page, the file that was exported with it, if there is one. */
function MirrorFile({ href, ...props }: FileProps) {
  const isHydrated = useHydrated();
  if (isHydrated) return <MadeHere href={href} {...props} />;
  const file = pageData?.files[href];
  return file === undefined ? null : <a {...props} href={file} />;
}

function MadeHere({ href, className = 'quiet', children }: FileProps) {
  const { words } = useSite();
  const [failed, setFailed] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    try {
      const reply = await ask(href, {});
      if (!reply.ok) return setFailed(refusalOf((await reply.json()) as Problem, words));
      save(new Blob([await reply.arrayBuffer()]), nameOf(href, reply.headers.get('content-disposition')));
      setFailed(null);
    } catch (error) {
      setFailed(words.ui.state.error);
      reportError(error);
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className={className}
        aria-busy={making}
        onClick={() => (making ? undefined : void make())}
      >
        {children}
      </button>
      {making ? <span role="status"> {words.ui.state.loading}</span> : null}
      {failed === null ? null : <span role="alert"> {failed}</span>}
    </>
  );
}

/** Why there is no file, in the page's language. */
function refusalOf({ type, issues }: Problem, words: Words): string {
  const { title, hints } = problemTexts(/#([\w-]+)$/.exec(type)?.[1] ?? '', issues, words);
  return [title, ...hints].join(' ');
}

/** The name that the API gives to the file; what it gives none has that of its address. */
function nameOf(address: string, disposition: string | null): string {
  const given = /filename="([^"]+)"/.exec(disposition ?? '')?.[1];
  const last = /([\w.]+)(?:\?|$)/.exec(address)?.[1] ?? 'counts';
  return given ?? (last.includes('.') ? last : `${last}.json`);
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser may read the file only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
