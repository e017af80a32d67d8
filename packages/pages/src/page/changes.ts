import type { Changes } from '@article21/answers/changes';
import { type ChangesAnswer, problems } from '@article21/contract';
import { valueText } from '@article21/messages/dataset';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/** What the shown version changed, against the one before it; against any other the program compares it. */
export async function changesOf(subject: PageSubject): Promise<Html> {
  const { served, texts, versions = [], changes } = subject;
  const { about } = texts;
  const others = versions.filter(({ id }) => id !== served.id);
  const options = others.map(({ id }) => html`<option>${id}</option>`);
  const choice =
    others.length === 0
      ? ''
      : html`<p class="changes-choice first-later" inert><label>${about.since}</label><select class="input"><option>${about.before}</option>${options}</select></p>`;
  return html`<section><h2 class="section-title">${about.changes}</h2>${choice}${changes ? compared(changes, subject) : waiting(subject)}</section>`;
}

/** The program brings what took longer than a page waits. */
function waiting({ words }: PageSubject) {
  return html`<div class="waiting first-later"><span class="waiting-line" aria-hidden="true"></span>${words.ui.state.loading}</div>`;
}

async function compared(changes: Changes, subject: PageSubject): Promise<Html> {
  const { words, texts } = subject;
  const { about } = texts;
  if ('refusal' in changes) return refused(changes.refusal, subject);
  const { since, totals, changes: listed } = changes.answer;
  if (since === null) return html`<p>${about.first}</p>`;
  const { added, removed, changed } = totals;
  const total = added + removed + changed;
  if (total === 0) return html`<p>${about.none}</p>`;
  const counted = [
    added > 0 ? words.plural(about.added, added) : '',
    removed > 0 ? words.plural(about.removed, removed) : '',
    changed > 0 ? words.plural(about.changed, changed) : '',
  ];
  const more = total > listed.length ? html`<p>${words.plural(about.listed, listed.length)}</p>` : '';
  return html`<p>${counted.filter(Boolean).join(', ')}</p><ul class="changes">${listed.map((it) => line(it, since, subject))}</ul>${more}`;
}

/** Why they are not compared, as the program says it. */
function refused({ kind, message }: Extract<Changes, { refusal: unknown }>['refusal'], subject: PageSubject) {
  const { state, page } = subject.words.ui;
  const { failure } = page;
  const { status } = problems[kind];
  const [title, hint] =
    status >= 500
      ? [failure.server, failure.serverHint]
      : [status === 404 ? failure.missing : failure.refused, message];
  return html`<section class="failure"><p class="failure-title">${title}</p><p>${hint}</p><p class="failure-actions first-later" aria-hidden="true"><span class="button">${state.retry}</span></p></section>`;
}

type Change = ChangesAnswer['changes'][number];

/** `before` is the version in which a removed record still is. */
function line({ id, what, kind, place, columns }: Change, before: string, subject: PageSubject) {
  const { words, texts, query, addresses, served } = subject;
  const { about } = texts;
  const snapshot = what === 'removed' ? before : query.snapshot;
  const address = addresses.page(pageAddress({ page: 'record', id }, { ...query, snapshot }));
  const { assemblies, sources } = served.snapshot.catalogue;
  const saying = { words, kind, places: served.tree, assemblies, sources };
  const differing = columns.map(
    ({ column, before: was, after }) =>
      html`<li>${about.column[column]}: <del>${valueText(column, was, saying) ?? about.nothing}</del> → <ins>${valueText(column, after, saying) ?? about.nothing}</ins></li>`,
  );
  return html`<li><a href="${address}">${id}</a> <strong>${about.what[what]}</strong> · ${words.kind[kind]}, ${words.rowName(place, served.tree)}${differing.length > 0 ? html`<ul>${differing}</ul>` : ''}</li>`;
}
