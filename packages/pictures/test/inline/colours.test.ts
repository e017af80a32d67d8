import { describe, expect, it } from 'vitest';
import { inlineColours, nameColours, styleOfColours } from '../../src/inline/colours.ts';

const drawn =
  '<svg><path fill="light-dark(#1a1a1a,#ededed)" d="M0 0"/><path fill="#28A197" stroke="light-dark(#1a1a1a,#ededed)"/></svg>';

describe('a picture in the colours of both themes', () => {
  it('asks for each colour that differs by one name, and keeps the others', () => {
    expect(nameColours(drawn, 'chart')).toEqual({
      svg: '<svg><path fill="var(--chart-0)" d="M0 0"/><path fill="#28A197" stroke="var(--chart-0)"/></svg>',
      colours: [{ name: '--chart-0', light: '#1a1a1a', dark: '#ededed' }],
    });
  });

  it('tells colours apart that are one in one theme alone', () => {
    const { colours } = nameColours('<a fill="light-dark(#fff,#000)" stroke="light-dark(#fff,#111)"/>', 'a');
    expect(colours.map(({ name }) => name)).toEqual(['--a-0', '--a-1']);
  });

  it('has its colours for each theme, once', () => {
    const { colours } = nameColours(drawn, 'chart');
    expect(styleOfColours(colours)).toBe(
      ':root{--chart-0:#1a1a1a}:root[data-theme=dark]{--chart-0:#ededed}' +
        '@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--chart-0:#ededed}}',
    );
    expect(inlineColours(colours)).toEqual({ '--chart-0': 'light-dark(#1a1a1a,#ededed)' });
    expect(styleOfColours([])).toBe('');
  });
});
