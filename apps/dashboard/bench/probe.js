// Runs in the page, before anything of it does; nothing of the program knows that it is measured. Plain JavaScript,
// because a page cannot read anything else.
const canvas = '.chart-canvas';
/** The chart that the server drew into the page. */
const served = `#root .chart svg:not(${canvas} svg)`;
const channel = new MessageChannel();
let input = 0;
let pressed = null;
let frames = [];
let watching = false;

window.probe = {
  painted: [],
  first: null,
  served: null,
  shift: 0,
  watchFrames() {
    frames = [];
    watching = true;
    requestAnimationFrame(nextFrame);
  },
  frames() {
    watching = false;
    return frames.slice(1).map((at, i) => at - frames[i]);
  },
};

function nextFrame() {
  frames.push(performance.now());
  if (watching) requestAnimationFrame(nextFrame);
}

function notePaint() {
  if (window.probe.served === null && document.querySelector(served)) window.probe.served = performance.now();
  if (document.querySelector('.answer')?.getAttribute('aria-busy') !== 'false') return;
  if (window.probe.first === null && document.querySelector(`${canvas} svg`))
    window.probe.first = performance.now();
  if (pressed === null) return;
  window.probe.painted.push(performance.measure('press to painted chart', { start: pressed }).duration);
  pressed = null;
}

function isOfChart({ target, addedNodes }) {
  const within = (node) => node instanceof Element && node.closest(canvas) !== null;
  const around = (node) => node instanceof Element && node.querySelector(`${canvas} svg`) !== null;
  const isServed = (node) => node instanceof Element && node.closest(served) !== null;
  return within(target) || [...addedNodes].some((node) => around(node) || isServed(node));
}

// A list chooses when the pointer goes down, a button when it comes up: the press is what the address changes upon.
for (const type of ['pointerdown', 'click'])
  addEventListener(type, ({ timeStamp }) => (input = timeStamp), { capture: true });
const pushState = history.pushState.bind(history);
history.pushState = (...entry) => {
  pressed = input;
  pushState(...entry);
};
// A message posted in a frame is read when that frame has been handed over for painting.
channel.port1.onmessage = notePaint;
new MutationObserver((changes) => {
  if (changes.some(isOfChart)) requestAnimationFrame(() => channel.port2.postMessage(null));
}).observe(document, { childList: true, subtree: true, attributes: true });
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.probe.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
