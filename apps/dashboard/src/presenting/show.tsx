import { useIsFetching } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { replace } from '../url/location.ts';
import { Controls } from './controls.tsx';
import { leaveFullScreen, toggleFullScreen } from './full-screen.ts';
import { type Command, commandOf, slideAfter } from './keys.ts';
import { Notes } from './notes.tsx';
import type { ReadySlide } from './prepare.ts';
import { Quotations } from './quotations.tsx';
import { Slide } from './slide.tsx';
import { useAllDrawn } from './use-all-drawn.ts';

export type PanelName = 'quotations' | 'notes';

interface ShowProps {
  slides: readonly ReadySlide[];
}

/** The slides, what is opened beside them, and the keys. */
export function Show({ slides }: ShowProps) {
  const frame = useRef<HTMLElement>(null);
  const drawn = useAllDrawn(frame);
  const complete = useIsFetching() === 0 && drawn;
  const { view, href, go } = usePage();
  const [panel, setPanel] = useState<PanelName | null>(null);
  const at = Math.min(slides.length, view.slide ?? 1) - 1;
  const run = (command: Command) => {
    const next = slideAfter(command, at, slides.length);
    if (next !== null) replace(href({ slide: next + 1 }));
    else if (command === 'quotations' || command === 'notes') setPanel(panel === command ? null : command);
    else if (command === 'fullScreen') toggleFullScreen();
    else if (panel !== null) setPanel(null);
    else {
      leaveFullScreen();
      go({ route: { page: 'presentation' } });
    }
  };
  useKeys(run);
  const quote = useCallback(() => setPanel('quotations'), []);
  const current = slides[at];
  if (!current) throw new Error(`no slide ${at + 1} of ${slides.length}`);
  return (
    <div className="present">
      <main className="present-slides" ref={frame}>
        {slides.map((ready, n) => (
          // Two of them may be the same, and none moves.
          <Slide key={n} ready={ready} current={n === at} quote={quote} />
        ))}
      </main>
      {panel === 'quotations' ? <Quotations key={at} ready={current} close={() => setPanel(null)} /> : null}
      {panel === 'notes' ? <Notes notes={current.slide.notes} close={() => setPanel(null)} /> : null}
      <Controls at={at} slides={slides} complete={complete} panel={panel} run={run} />
    </div>
  );
}

function useKeys(run: (command: Command) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === null || event.defaultPrevented || isTaken(event)) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);
}

/** Whether the element that has the focus needs the key: a button its space bar, what scrolls its arrows. */
function isTaken({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (code === 'Space' && target.closest('button, a, summary')) return true;
  const scrolls = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Space', 'Home', 'End'];
  return scrolls.includes(code) && target.closest('.present-panel') !== null;
}
