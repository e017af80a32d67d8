// Keeps the form of a record while it is filled in, so that a closed tab loses nothing. Without it a button does.
const form = document.querySelector('form.record');
const button = form?.querySelector('button[formaction]');
/** In milliseconds: after the last letter, and after a form did not arrive, because the desk was stopped for a moment. */
const DELAY = 300;
const RETRY_DELAY = 2_000;
let waiting;
let sending = Promise.resolve();
let isOver = false;

function keep() {
  clearTimeout(waiting);
  waiting = undefined;
  sending = sending.then(send).catch(() => {
    // What was typed meanwhile waits already, for less.
    if (waiting === undefined) later(RETRY_DELAY);
  });
}

async function send() {
  const headers = { Accept: 'text/plain' };
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(button.formAction, { method: 'POST', headers, body, keepalive: true });
  if (answer.status >= 500) throw new Error(`the desk answered ${answer.status}`);
  if (answer.ok) {
    form.elements.was.value = await answer.text();
    return;
  }
  // Another window has kept this form since: from here on nothing is kept, and it is said.
  document.querySelector('[data-changed]').hidden = false;
  isOver = true;
}

function later(delay) {
  if (isOver) return;
  clearTimeout(waiting);
  waiting = setTimeout(keep, delay);
}

if (button) {
  form.addEventListener('input', () => later(DELAY));
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    waiting = undefined;
    isOver = true;
  });
  addEventListener('pagehide', () => {
    if (waiting !== undefined) keep();
  });
}
