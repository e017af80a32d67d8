import type { Words } from '@article21/messages';
import { emptyQuery } from '@article21/model';
import { noPageState } from '@article21/pages/address';
import { type Site, SiteContext, siteOf } from '@article21/pages/views';
import { useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { Canvas } from '../../chart/canvas.tsx';
import { drawingOf } from '../../chart/drawing-of.ts';
import { useMedia } from '../../frame/use-media.ts';
import { Evidence } from './evidence.tsx';
import type { Numbers } from './numbers.ts';
import { sitePath } from './site-path.ts';

/** What is drawn wider would be no easier to read. */
const WIDEST = 1040;

interface LiveChartProps {
  numbers: Numbers;
  words: Words;
  /** The element that holds the chart. */
  room: HTMLElement;
  /** Where the records of a mark are shown. */
  below: HTMLElement;
  /** Called when the chart has been drawn. */
  drawn(): void;
}

/** The chart of an embed. A mark that is chosen shows its records under it. */
export function LiveChart({ numbers, words, room, below, drawn }: LiveChartProps) {
  const { query, counts, places, contextTables } = numbers;
  const width = useWidthOf(room);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const theme = query.theme ?? (isDark ? 'dark' : 'light');
  const [opened, setOpened] = useState(-1);
  const site = useMemo(() => siteAround(numbers, words), [numbers, words]);
  const drawing = useMemo(() => {
    const looks = { words, theme, room: { width: Math.min(WIDEST, width), height: null }, paper: false };
    const setting = { ...looks, places, contextTables, outlines: contextTables.outlines };
    // Its title stands over it already.
    return width === 0
      ? null
      : drawingOf({ chart: query.chart, title: null, axis: query.axis, page: query.page, counts }, setting)
          ?.drawing;
  }, [query, counts, places, contextTables, words, theme, width]);
  const isDrawn = Boolean(drawing);
  useLayoutEffect(() => {
    if (isDrawn) drawn();
  }, [isDrawn, drawn]);
  const mark = drawing?.marks[opened];
  const close = () => {
    setOpened(-1);
    room.querySelector<HTMLElement>('.chart-walk')?.focus({ preventScroll: true });
  };
  return (
    <SiteContext value={site}>
      {drawing ? <Canvas drawing={drawing} open={setOpened} opened={opened} /> : null}
      {mark
        ? createPortal(<Evidence key={opened} mark={mark} numbers={numbers} close={close} />, below)
        : null}
    </SiteContext>
  );
}

/** Whole pixels, now and whenever that changes; 0 where it is not shown. */
function useWidthOf(room: HTMLElement): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth((before) => Math.floor(room.clientWidth) || before);
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(room);
    return () => observer.disconnect();
  }, [room]);
  return width;
}

/** The site as a part of another page knows it: what leads elsewhere opens in a window of its own. */
function siteAround({ query, places }: Numbers, words: Words): Site {
  const located = (address: string) => sitePath + address;
  const addresses = {
    isMirror: false,
    page: located,
    file: located,
    absolute: located,
    absoluteFile: located,
  };
  const pageQuery = { ...emptyQuery, lang: words.language, snapshot: query.snapshot };
  const site = siteOf({
    ...{ route: { page: 'charts' }, query: pageQuery, issues: [], state: noPageState, addresses },
    ...{ words, places, ownLanguage: words.language },
  });
  return {
    ...site,
    isLive: true,
    // A frame may keep no file: the window that it opens may.
    File: ({ href, children }) => (
      <a href={located(href)} target="_blank" rel="noopener">
        {children}
      </a>
    ),
    follow: (address, event) => {
      event.preventDefault();
      window.open(located(address), '_blank', 'noopener');
    },
  };
}
