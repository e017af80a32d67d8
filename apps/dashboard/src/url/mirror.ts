import { mirrorAddress, siteAddress } from '@article21/mirror/address';

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
  return { root: new URL(stated.content, document.baseURI), snapshot };
}

/** What a browser goes to for an address of this site. */
export function located(address: string): string {
  return mirror ? mirror.root.pathname + mirrorAddress(address) : address;
}

/** The address of this site that a browser is at. */
export function siteAddressOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const root = mirror?.root.pathname;
  return root !== undefined && pathname.startsWith(root)
    ? siteAddress(pathname.slice(root.length) + search)
    : pathname + search;
}

/** An address of this site as somebody elsewhere has to type it. */
export function absolute(address: string): string {
  return new URL(located(address), window.location.href).href;
}
