import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePage } from '../frame/page-context.tsx';
import { thumbnailQuery } from '../picture-queries.ts';
import type { Command } from './keys.ts';
import type { ReadySlide } from './prepare.ts';
import { SlideThumbnail } from './slide-thumbnail.tsx';
import { useKeys } from './use-keys.ts';

interface PresenterWindowProps {
  /** An empty window of this site, from `openPresenterWindow`. */
  opened: Window;
  slides: readonly ReadySlide[];
  at: number;
  run(command: Command): void;
  /** Told when the speaker closes it. */
  closed(): void;
}

/** Opens an empty window for the speaker; null where the browser does not allow it. */
export function openPresenterWindow(): Window | null {
  return window.open('', 'article21-presenter', 'popup,width=900,height=640');
}

/**
 * What the speaker sees: notes, the slide that comes next, and the time. It is drawn by the page that shows the slides,
 * so that both always agree, without a network too; it closes with it.
 */
export function PresenterWindow({ opened, slides, at, run, closed }: PresenterWindowProps) {
  const { words, lang, theme } = usePage();
  const { present } = words.ui;
  useEffect(() => {
    const { document: page } = opened;
    page.documentElement.lang = lang;
    page.documentElement.dataset.theme = theme;
    page.head.replaceChildren(...copiedStyles(page));
    page.title = present.presenter;
  }, [opened, present.presenter, lang, theme]);
  useEffect(() => {
    opened.addEventListener('pagehide', closed);
    return () => opened.removeEventListener('pagehide', closed);
  }, [opened, closed]);
  useEffect(() => {
    const close = () => opened.close();
    window.addEventListener('pagehide', close);
    return () => window.removeEventListener('pagehide', close);
  }, [opened]);
  useKeys(run, opened);
  // All pictures at once, so that the next slide can be seen when the network is gone.
  useQueries({ queries: slides.map(({ view }) => thumbnailQuery({ ...view.query, theme, lang })) });
  const current = slides[at];
  const next = slides[at + 1];
  const numbers = { n: words.number(at + 1), all: words.number(slides.length) };
  return createPortal(
    <main className="presenter">
      <header className="presenter-head">
        <h1>{words.fill(present.progress, numbers)}</h1>
        <Clock />
      </header>
      <p className="presenter-current">{current ? titleOf(current) : null}</p>
      <section className="presenter-notes" aria-label={present.notes}>
        {current?.slide.notes || present.noNotes}
      </section>
      <section className="presenter-next" aria-label={present.nextSlide}>
        <h2 className="section-title">{next ? present.nextSlide : present.lastSlide}</h2>
        {next ? (
          <>
            <SlideThumbnail query={next.view.query} />
            <p>{titleOf(next)}</p>
          </>
        ) : null}
      </section>
      <nav className="presenter-commands" aria-label={present.title}>
        <button type="button" className="present-button" onClick={() => run('previous')}>
          {present.previous} <kbd>←</kbd>
        </button>
        <button type="button" className="present-button" onClick={() => run('next')}>
          {present.next} <kbd>→</kbd>
        </button>
      </nav>
    </main>,
    opened.document.body,
  );
}

function titleOf({ slide, counts }: ReadySlide): string {
  return slide.title || counts.headlines.map(({ text }) => text).join(' ');
}

/** The time of day, and how long the window has been open. */
function Clock() {
  const { words, lang } = usePage();
  const { present } = words.ui;
  const [start] = useState(() => performance.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((now - start) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <dl className="presenter-clock">
      <dt>{present.time}</dt>
      <dd>{new Date().toLocaleTimeString(lang, { timeStyle: 'short' })}</dd>
      <dt>{present.sinceStart}</dt>
      <dd>
        {Math.floor(seconds / 60)}:{two(seconds % 60)}
      </dd>
    </dl>
  );
}

/** The styles of this page for a window that has none. */
function copiedStyles(page: Document): Node[] {
  const styles = document.querySelectorAll('style, link[rel="stylesheet"]');
  return [...styles].map((it) => {
    const copy = page.importNode(it, true);
    // An address without a path means nothing in an empty window.
    if (it instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = it.href;
    return copy;
  });
}
