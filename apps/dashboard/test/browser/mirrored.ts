import { mirrorAddress, siteAddress } from '@article21/static-site/address';
import { expect as base, type Page, test } from '@playwright/test';

/** Where an address of the site stands in a mirror; what is none of the site's is left as it is. */
export function toMirror(address: string, root: string): string {
  return address.startsWith('/') ? new URL(mirrorAddress(address), root).href : address;
}

/** The address of the site that a browser in a mirror is at. */
export function fromMirror(url: URL, root: string): string {
  return url.href.startsWith(root) ? siteAddress(url.href.slice(root.length)) : url.pathname + url.search;
}

/** A page in a mirror, which the tests tell where to go as if an API served it. */
export function inMirror(page: Page, root: string): Page {
  const goTo = page.goto.bind(page);
  page.goto = (address, options) => goTo(toMirror(address, root), options);
  return page;
}

/** The root of the mirror that a test is about; null where it is about the API's pages. */
export function mirrorRoot(): string | null {
  const { name, use } = test.info().project;
  return name === 'mirror' ? (use.baseURL ?? null) : null;
}

/** Compares the address of a page as the site prints it, wherever the site is. */
export const expect = base.extend({
  async toHaveURL(page: Page, expected: string | RegExp) {
    const root = mirrorRoot();
    const is = (url: URL) => {
      const address = fromMirror(url, root ?? '');
      return typeof expected === 'string' ? address === expected : expected.test(address);
    };
    const asked = root === null ? expected : is;
    const outcome = { name: 'toHaveURL', pass: !this.isNot, message: () => '' };
    try {
      const held = base(page);
      await (this.isNot ? held.not : held).toHaveURL(asked);
      return outcome;
    } catch {
      const message = () => `${page.url()} is ${this.isNot ? '' : 'not '}${expected}`;
      return { ...outcome, pass: this.isNot, message };
    }
  },
});
