/** Without vowels and what is like a digit: no word can come of it, and it can be read out. */
const SIGNS = '23456789bcdfghjkmnpqrstvwxyz';

/** Two groups of five are some 48 bits: among a million choices, two are the same once in 500 times. */
const GROUP = 5;
const GROUPS = 2;

/**
 * Signs that tell one choice of places or values from another, where not all of them are named: the same for the same ones in
 * any order. (FNV-1a over their ids, 64 bits, of which 48 are shown.)
 */
export function choiceOf(ids: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of [...new Set(ids)].sort().join(' '))
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n);
  // The last signs of a product depend on the last letters alone: what stands before is folded into them.
  let rest = hash ^ (hash >> 32n);
  const sign = () => {
    const next = SIGNS.charAt(Number(rest % BigInt(SIGNS.length)));
    rest /= BigInt(SIGNS.length);
    return next;
  };
  const group = () => Array.from({ length: GROUP }, sign).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
