import { useState } from 'react';
import { useSite } from './site.tsx';

interface CopyButtonProps {
  /** What is copied, written when it is asked for: it may be long. */
  text(): string;
  label: string;
  /** What is said when it is done, where "copied" does not say enough. */
  done?: string;
  /** What it is, for those who do not see what it stands beside. */
  name?: string;
}

/** Copies a text, and says beside itself whether it could. */
export function CopyButton({ text, label, done, name }: CopyButtonProps) {
  const { words, copyText } = useSite();
  const { tools } = words.ui;
  const [status, setSaid] = useState('');
  const copy = async () => {
    // What is said a second time is heard only when it was gone in between.
    setSaid('');
    const copied = await copyText(text());
    setSaid(copied ? (done ?? tools.copied) : tools.notCopied);
  };
  return (
    <span className="copy needs-script">
      <button
        type="button"
        className="button"
        onClick={() => void copy()}
        {...(name ? { 'aria-label': `${label}: ${name}` } : {})}
      >
        {label}
      </button>
      <span className="copy-said" role="status">
        {status}
      </span>
    </span>
  );
}
