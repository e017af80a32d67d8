/** Asks for the embed anew whenever a reader chooses something, and puts it in place of what stands here. */
export function listen(main: HTMLElement, done: (fault: string | null) => unknown): void {
  const form = main.querySelector<HTMLFormElement>('.controls');
  if (!form || form.dataset.listens) return;
  form.dataset.listens = 'true';
  const chosen = () =>
    choose(main, form)
      .then((it) => it && done(it.fault))
      .catch((error: unknown) => {
        done(main.querySelector<HTMLElement>('.hint')?.dataset.failed ?? '');
        reportError(error);
      });
  form.addEventListener('change', chosen);
  form.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target instanceof HTMLInputElement && isChanged(target)) void chosen();
  });
  // A reader may have been faster than this program.
  if ([...form.elements].some(isChanged)) void chosen();
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement) return !field.selectedOptions[0]?.defaultSelected;
  return field instanceof HTMLInputElement && field.value !== field.defaultValue;
}

let latest = 0;

/** Null where something else was chosen meanwhile; a fault is the sentence that says why it was not done. */
async function choose(main: HTMLElement, form: HTMLFormElement): Promise<{ fault: string | null } | null> {
  const turn = ++latest;
  const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  main.ariaBusy = 'true';
  try {
    const answer = await fetch(`${location.pathname}?${new URLSearchParams(chosen)}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.embed');
    if (turn !== latest) return null;
    if (!page) throw new Error(`the server answered ${answer.status} and no chart`);
    if (!answer.ok) return { fault: textsOf(page, 'h1, h1 ~ p, li').join(' ') };
    const name = form.contains(document.activeElement) && document.activeElement?.getAttribute('name');
    main.replaceChildren(...page.childNodes);
    if (name) main.querySelector<HTMLElement>(`.controls [name="${CSS.escape(name)}"]`)?.focus();
    return { fault: null };
  } finally {
    if (turn === latest) main.ariaBusy = null;
  }
}

function textsOf(page: Element, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map((it) => it.textContent?.trim() ?? '');
}
