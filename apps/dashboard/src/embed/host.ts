/*
 * embed.js, for pages that hold charts: gives each frame the height that its chart has, and makes frames of
 * <article21-chart src>. Nothing that a frame says is taken but a height.
 */
import { heights } from './heights.ts';
import { ownOf } from './own.ts';

const script = ownOf('currentScript') as HTMLScriptElement | null;

if (script) {
  // Where the script lies, so do the charts: on a site of its own or in the folder of a copy.
  const embed = new URL('embed', script.src).href;
  const isOurs = (address: string) =>
    /^(?:[?/.#]|$)/.test(address.slice(embed.length)) && address.startsWith(embed);
  heights(isOurs, new URL(embed).origin);
  if (!customElements.get('article21-chart')) customElements.define('article21-chart', elementFor(isOurs));
}

/** What stands in the element is replaced by the frame, and stays where there is none. */
function elementFor(isOurs: (address: string) => boolean): CustomElementConstructor {
  return class extends HTMLElement {
    static observedAttributes = ['src'];

    attributeChangedCallback(): void {
      // What the element holds may not be there yet.
      if (ownOf('readyState') !== 'loading') show(this, isOurs);
      else addEventListener('DOMContentLoaded', () => show(this, isOurs));
    }
  };
}

function show(element: HTMLElement, isOurs: (address: string) => boolean): void {
  const stated = element.getAttribute('src') ?? '';
  const frame = ownOf('createElement').call(document, 'iframe') as HTMLIFrameElement;
  // What it is asked back is the whole address; nothing is loaded before the frame is part of the page.
  frame.src = stated;
  if (!isOurs(frame.src)) {
    reportError(new Error(`article21-chart: no chart of ${script?.src}: ${stated}`));
    return;
  }
  const before = element.querySelector('iframe')?.title;
  frame.title = element.title || before || element.textContent?.trim() || 'Article 21';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  frame.style.cssText = `display:block;width:100%;border:0;height:${Number(element.getAttribute('height')) || 480}px`;
  element.style.display = 'block';
  element.replaceChildren(frame);
}
