/**
 * A port that nothing listens on, for a program that is about to be started. Systems give connections and servers without a
 * number ports above these: none of another program's takes it meanwhile.
 */
export function freePort(): Promise<number>;
