/**
 * Whether a part of the program could not be loaded: "Failed to fetch dynamically imported module" in Chromium, "error
 * loading dynamically imported module" in Firefox, "Importing a module script failed" in Safari.
 */
export function isProgramMissing(error: Error): boolean {
  return error instanceof TypeError && /\bmodule\b/.test(error.message);
}

/**
 * Loads the page anew if it can be reached. A browser remembers for as long as a page is open that a part of its program
 * did not come; the address keeps all that was chosen. Where nothing answers, the page stays as it is.
 */
export async function loadAnew(): Promise<void> {
  const reached = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reached) window.location.reload();
}
