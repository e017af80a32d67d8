/**
 * A style sheet that shows the widest layout for which there is room, and the narrowest smaller where there is none.
 * They stand in `.layouts`. A browser that does not know container queries shows the narrowest.
 */
export function styleOfLayouts(widths: readonly number[]): string {
  const others = widths.slice(1).map((width, i) => {
    const hidden = widths.slice(0, i + 1).map((_, narrower) => `.layout-${narrower}`);
    return `@container(min-width:${width}px){${hidden.join()}{display:none}.layout-${i + 1}{display:block}}`;
  });
  const hidden = widths.slice(1).map((_, i) => `.layout-${i + 1}`);
  return [
    '.layouts{container-type:inline-size}.layouts>svg{display:block;max-width:100%;height:auto}',
    hidden.length > 0 ? `.layouts>:is(${hidden.join()}){display:none}` : '',
    ...others.map((rule) => rule.replaceAll('.layout-', '.layouts>.layout-')),
  ].join('');
}
