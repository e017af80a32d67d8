// Keeps the form of a record while it is filled in, so that a closed tab loses nothing. Without it a button does.
const form = document.querySelector('form.record');
const button = form?.querySelector('button[formaction]');
let waiting;
let sending = Promise.resolve();

function keep() {
  clearTimeout(waiting);
  waiting = undefined;
  // One that did not arrive, because the desk was stopped for a moment, must not be the last that is tried.
  const before = sending.catch(() => undefined);
  sending = before.then(async () => {
    const headers = { Accept: 'text/plain' };
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(button.formAction, { method: 'POST', headers, body, keepalive: true });
    // Another window has kept this form since: from here on nothing is kept, and it is said.
    document.querySelector('[data-changed]').hidden = answer.ok;
    if (answer.ok) form.elements.was.value = await answer.text();
    else form.removeEventListener('input', later);
  });
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 300);
}

if (button) {
  form.addEventListener('input', later);
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    waiting = undefined;
    form.removeEventListener('input', later);
  });
  addEventListener('pagehide', () => {
    if (waiting !== undefined) keep();
  });
}
