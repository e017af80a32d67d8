import { mirrorAddress, siteAddress } from '@article21/static-site/address';
import { sitePath } from './site-path.ts';

/** Where the files of an exported site are, and which snapshot they hold. */
export interface MirrorPlace {
  root: URL;
  snapshot: string;
}

/** The mirror that this page is part of, as the export wrote into it; null where an API serves it. */
export const mirror: MirrorPlace | null = import.meta.env.MODE === 'mirror' ? readPlace() : null;

function readPlace(): MirrorPlace | null {
  const stated = document.querySelector<HTMLMetaElement>('meta[name="article21-mirror"]');
  const { snapshot } = stated?.dataset ?? {};
  if (!stated || !snapshot) return null;
  const root = new URL(stated.content, document.baseURI);
  keepIcon();
  goToView(root);
  return { root, snapshot };
}

/** A browser looks for the icon again when the address changes, from where the page then seems to stand. */
function keepIcon(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon) icon.setAttribute('href', icon.href);
}

/** A folder that stands for a view of another page says so; from then on that is where the reader is. */
function goToView(root: URL): void {
  const view = document.querySelector<HTMLMetaElement>('meta[name="article21-view"]')?.content;
  if (view !== undefined) window.history.replaceState(null, '', root.pathname + mirrorAddress(view));
}

/** What a browser goes to for an address of this site. */
export function located(address: string): string {
  return mirror ? mirror.root.pathname + mirrorAddress(address) : sitePath + address;
}

/** The address of this site that a browser is at. */
export function siteAddressOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  if (!mirror) return pathname.slice(sitePath.length) + search;
  const root = mirror.root.pathname;
  return pathname.startsWith(root) ? siteAddress(pathname.slice(root.length) + search) : pathname + search;
}

/** An address of this site as somebody elsewhere has to type it. */
export function absolute(address: string): string {
  return new URL(located(address), window.location.href).href;
}
