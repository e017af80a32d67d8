import { useState } from 'react';

/**
 * What a reader has begun and not yet done, which starts anew when what it began from changes. The elements that show
 * it stay: the one that has the focus keeps it.
 */
export function useDraft<T>(from: string, start: T): [draft: T, setDraft: (next: T) => void] {
  const [draft, setDraft] = useState(start);
  const [begun, setBegun] = useState(from);
  if (begun === from) return [draft, setDraft];
  setBegun(from);
  setDraft(start);
  return [start, setDraft];
}
