import { figureOf, type Words } from '@article21/messages';
import type { Estimate } from '@article21/model';

/** What the signs of these numbers mean, each said once: "≥: no upper limit known". Nothing where there are none. */
export function SignKey({ estimates, words }: { estimates: readonly Estimate[]; words: Words }) {
  const { legend } = words.drawing;
  const figures = estimates.map((estimate) => figureOf(estimate, words));
  const signs = [
    { sign: '≥', text: legend.atLeast },
    { sign: '≈', text: legend.approximate },
    { sign: '+', text: legend.badge },
  ].filter(({ sign }) => figures.some((figure) => figure.includes(sign)));
  if (signs.length === 0) return null;
  return (
    <ul className="sign-key">
      {signs.map(({ sign, text }) => (
        <li key={sign}>{text}</li>
      ))}
    </ul>
  );
}
