import type { Theme } from '@article21/model';
import type { Reserved } from '@article21/pictures';
import type { ReactElement } from 'react';

interface ReservedLayoutProps {
  reserved: Reserved;
  /** Which of the layouts it is, the narrowest first. */
  index: number;
  /** Null where the reader's system chooses. */
  theme: Theme | null;
  alt: string;
  /** The address of the picture in a theme. */
  src(theme: Theme | null): string;
}

/** One of the widths of a chart that is not drawn yet, in the reader's colours. What is not shown is not fetched. */
export function ReservedLayout({ reserved, index, theme, alt, src }: ReservedLayoutProps): ReactElement {
  const { width, height, covered } = reserved;
  const clipPath = `inset(0 0 ${((covered / height) * 100).toFixed(2)}% 0)`;
  return (
    <picture className={`layout-${index}`}>
      {theme === null ? <source media="(prefers-color-scheme: dark)" srcSet={src('dark')} /> : null}
      <img
        src={src(theme)}
        alt={alt}
        width={width}
        height={height}
        style={{ aspectRatio: `${width}/${height}`, clipPath }}
        loading="lazy"
      />
    </picture>
  );
}

/** Of the picture at an address, the part that has the chart without the words around it. */
export function partOf(address: string, { view }: Reserved): string {
  return `${address}#svgView(viewBox(${view}))`;
}
