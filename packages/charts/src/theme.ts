import type { Theme as ThemeName } from '@article21/model';

/** The colours and fonts of a chart. */
export interface Theme {
  ground: string;
  ink: string;
  muted: string;
  rule: string;
  baseline: string;
  /** Stands out: that data are synthetic. */
  warning: string;
  /** One per measure, in the order of the measures. At least 3:1 against the ground. */
  series: readonly [string, string, string, string];
  sans: string;
  serif: string;
}

const fonts = {
  sans: "'Source Sans 3', 'Source Sans 3 Variable', 'Source Sans Pro', sans-serif",
  serif: "'Source Serif 4', 'Source Serif 4 Variable', Georgia, serif",
};

export const chartThemes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ...fonts,
    ground: '#ffffff',
    ink: '#1a1a1a',
    muted: '#595959',
    rule: '#e3e3e3',
    baseline: '#1a1a1a',
    warning: '#801650',
    series: ['#12436D', '#28A197', '#801650', '#F46A25'],
  },
  dark: {
    ...fonts,
    ground: '#121212',
    ink: '#ededed',
    muted: '#a8a8a8',
    rule: '#333333',
    baseline: '#ededed',
    warning: '#f2a2cf',
    series: ['#7FB2E5', '#3FC1B5', '#E389BE', '#F58A52'],
  },
};
