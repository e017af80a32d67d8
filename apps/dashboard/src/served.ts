import { SERVED_PAGE, type ServedPage } from '@article21/pages/views';

/** What the page says of itself that the server wrote; null where it wrote none that can be hydrated. */
export const served: ServedPage | null = read();

function read(): ServedPage | null {
  const text = document.getElementById(SERVED_PAGE)?.textContent;
  return text ? (JSON.parse(text) as ServedPage) : null;
}
