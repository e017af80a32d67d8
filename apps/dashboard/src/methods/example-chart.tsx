import '../chart/chart.css';
import { draw } from '@article21/charts';
import { createPlaceTree, type Place } from '@article21/model';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { createEngine } from '../chart/engine.ts';
import { useWidth } from '../chart/use-width.ts';
import { usePage } from '../frame/page-context.tsx';
import type { Written } from './quantities.ts';

const nowhere = { parent: null, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] };

/** One bar for each way of stating a quantity, drawn by what draws the real ones. It says that nothing in it is real. */
export function ExampleChart({ quantities }: { quantities: readonly Written[] }) {
  const { words, theme } = usePage();
  const [frame, width] = useWidth<HTMLElement>();
  const element = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => {
    if (width === 0) return null;
    const named = quantities.map(({ notation, estimate }, i) => {
      const id = `example-${i}`;
      const names = { name_en: notation, name_ru: notation, name_kk: notation };
      const place: Place = { id, kind: 'city', ...nowhere, ...names };
      return { place, row: { measure: 'detentions' as const, place: id, records: 1, ...estimate } };
    });
    const places = createPlaceTree(named.map(({ place }) => place));
    const query = { measure: ['detentions' as const], every: 'month' as const, from: null, to: null };
    const counts = { rows: named.map(({ row }) => row), totals: [], undated: [] };
    return draw('bar', counts, { words, places, query, width, theme, synthetic: true, padding: 8 });
  }, [quantities, words, theme, width]);
  useLayoutEffect(() => {
    if (!drawing || !element.current) return;
    const engine = createEngine(element.current, { width, height: drawing.height });
    engine.show(drawing, { width, height: drawing.height });
    return () => engine.dispose();
  }, [drawing, width]);
  return (
    <figure className="chart" ref={frame} style={{ minHeight: drawing?.height ?? 320 }}>
      {drawing ? (
        <div className="chart-canvas" ref={element} role="img" aria-label={drawing.description} />
      ) : null}
    </figure>
  );
}
