import { describe, expect, it } from 'vitest';
import { inlineColours, mergeThemes, styleOfColours } from '../../src/inline/colours.ts';

const light =
  '<svg><path fill="#1a1a1a" d="M0 0"/><path fill="#28A197" stroke="#1a1a1a"/><text>#fff</text></svg>';
const dark =
  '<svg><path fill="#ededed" d="M0 0"/><path fill="#28A197" stroke="#ededed"/><text>#fff</text></svg>';

describe('the picture of both themes', () => {
  it('asks for each colour that differs by one name, and keeps the others', () => {
    expect(mergeThemes(light, dark, 'chart')).toEqual({
      svg: '<svg><path fill="var(--chart-0)" d="M0 0"/><path fill="#28A197" stroke="var(--chart-0)"/><text>#fff</text></svg>',
      colours: [{ name: '--chart-0', light: '#1a1a1a', dark: '#ededed' }],
    });
  });

  it('tells colours apart that are one in one theme alone', () => {
    const { colours } = mergeThemes('<a fill="#fff" stroke="#fff"/>', '<a fill="#000" stroke="#111"/>', 'a');
    expect(colours.map(({ name }) => name)).toEqual(['--a-0', '--a-1']);
  });

  it.each([
    [light, dark.replace('M0 0', 'M0 1')],
    [light, dark.replace('#fff', '#000')],
    [light, `${dark}<path fill="#000"/>`],
    [light, dark.replace('#ededed', 'none')],
  ])('is not made of two that differ in more', (one, other) => {
    expect(() => mergeThemes(one, other, 'chart')).toThrow(/not the same in both themes/);
  });

  it('has its colours for each theme, once', () => {
    const { colours } = mergeThemes(light, dark, 'chart');
    expect(styleOfColours(colours)).toBe(
      ':root{--chart-0:#1a1a1a}:root[data-theme=dark]{--chart-0:#ededed}' +
        '@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--chart-0:#ededed}}',
    );
    expect(inlineColours(colours)).toBe('--chart-0:light-dark(#1a1a1a,#ededed)');
    expect(styleOfColours([])).toBe('');
  });
});
