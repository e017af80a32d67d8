import { unbroken } from '@article21/messages';
import { Fragment } from 'react';

/** A text with its two marks: `**strong**`, and code between backticks. Everything else is text and never markup. */
export function Marked({ text }: { text: string }) {
  return text.split(/(\*\*.+?\*\*)/).map((part, i) =>
    part.startsWith('**') && part.length > 4 ? (
      <strong key={i}>
        <Codes text={part.slice(2, -2)} />
      </strong>
    ) : (
      <Codes key={i} text={part} />
    ),
  );
}

function Codes({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, i) =>
      i % 2 === 1 ? <code key={i}>{part}</code> : <Fragment key={i}>{unbroken(part)}</Fragment>,
    );
}
