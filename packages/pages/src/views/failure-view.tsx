import type { ReactNode } from 'react';

interface FailureViewProps {
  title: string;
  hints: readonly string[];
  /** It stands in the place of the whole page, and heads it. */
  heads?: boolean;
  /** What a reader can do about it. */
  children?: ReactNode;
}

/** Why something is not there. */
export function FailureView({ title, hints, heads = false, children }: FailureViewProps) {
  const Title = heads ? 'h1' : 'p';
  return (
    <section className="failure" role="alert">
      <Title className="failure-title">{title}</Title>
      {hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      <p className="failure-actions">{children}</p>
    </section>
  );
}
