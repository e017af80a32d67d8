import { fileURLToPath } from 'node:url';

/** What a measured page tells: `window.probe`, which `probe.js` puts there. */
export interface Probe {
  /** Milliseconds from each press to the paint of the chart that answers it. */
  painted: number[];
  /** Milliseconds from the start of loading to the paint of the first chart; null until then. */
  first: number | null;
  /** The same of the chart that stood in the page before any script ran; null where none did. */
  served: number | null;
  /** The sum of the layout shifts that no press explains. */
  shift: number;
  /** Starts to time frames. */
  watchFrames(): void;
  /** Stops, and answers how long the frames since took, in milliseconds. */
  frames(): number[];
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** The script that a page runs to be measured. */
export const probeScript = { path: fileURLToPath(new URL('probe.js', import.meta.url)) };
