import { useIsFetching } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { replace } from '../url/location.ts';
import { Controls } from './controls.tsx';
import { type Command, slideAfter } from './keys.ts';
import type { ReadySlide } from './prepare.ts';
import { openPresenterWindow, PresenterWindow } from './presenter-window.tsx';
import { Quotations } from './quotations.tsx';
import { Slide } from './slide.tsx';
import { useKeys } from './use-keys.ts';

interface ShowProps {
  slides: readonly ReadySlide[];
}

/** The slides, what is opened beside them, and the keys. */
export function Show({ slides }: ShowProps) {
  const frame = useRef<HTMLElement>(null);
  const drawn = useAllDrawn(frame);
  const complete = useIsFetching() === 0 && drawn;
  const { view, words, href, go } = usePage();
  const [quoting, setQuoting] = useState(false);
  const [presenter, setPresenter] = useState<Window | null>(null);
  const [announced, setAnnounced] = useState('');
  const idle = useIdle();
  const at = Math.min(slides.length, view.slide ?? 1) - 1;
  const run = (command: Command) => {
    const next = slideAfter(command, at, slides.length);
    if (next !== null) replace(href({ slide: next + 1 }));
    else if (command === 'quotations') setQuoting(!quoting);
    else if (command === 'notes') openPresenter();
    else if (command === 'fullScreen') toggleFullScreen();
    else if (quoting) setQuoting(false);
    else {
      leaveFullScreen();
      presenter?.close();
      go({ route: { page: 'presentation' } });
    }
  };
  const openPresenter = () => {
    const opened = openPresenterWindow();
    setAnnounced(opened === null ? words.ui.present.presenterBlocked : '');
    opened?.focus();
    setPresenter(opened);
  };
  useKeys(run);
  const quote = useCallback(() => setQuoting(true), []);
  const presenterClosed = useCallback(() => setPresenter(null), []);
  const current = slides[at];
  if (!current) throw new Error(`no slide ${at + 1} of ${slides.length}`);
  return (
    <div className="present" data-idle={idle || undefined}>
      <main className="present-slides" ref={frame}>
        {slides.map((ready, n) => (
          // Two of them may be the same, and none moves.
          <Slide key={n} ready={ready} current={n === at} quote={quote} />
        ))}
      </main>
      {quoting ? <Quotations key={at} ready={current} close={() => setQuoting(false)} /> : null}
      {presenter ? (
        <PresenterWindow opened={presenter} slides={slides} at={at} run={run} closed={presenterClosed} />
      ) : null}
      <Controls
        at={at}
        slides={slides}
        status={announced || (complete ? words.ui.present.ready : words.ui.state.loading)}
        quoting={quoting}
        run={run}
      />
    </div>
  );
}

/** Fills the screen, or gives it back. A browser that does not allow it shows the slides in its window. */
function toggleFullScreen(): void {
  if (document.fullscreenElement) leaveFullScreen();
  // Refused without a gesture and in some frames: the window is then what there is, and it is full already.
  else document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function leaveFullScreen(): void {
  // Refused only when the screen was given back in between, which is what is wanted.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

/** Milliseconds without a sign of somebody at the screen. */
const PATIENCE = 3_000;

/** Whether nobody has moved a pointer, touched or pressed a key for a while. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), PATIENCE);
    const wake = () => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), PATIENCE);
    };
    const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
    for (const sign of signs) window.addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, []);
  return idle;
}

/**
 * Whether every slide with a chart has it on the page. Until then something that one of them needs, such as the outline
 * of a map, is still on its way. One that cannot be drawn is never ready.
 */
function useAllDrawn(slides: RefObject<HTMLElement | null>): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const { current } = slides;
    if (!current) return;
    const look = () => {
      const missing = current.querySelector('[data-charted]:not(:has(.chart-canvas svg))');
      if (missing) return;
      setDrawn(true);
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [slides]);
  return drawn;
}
