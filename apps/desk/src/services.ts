import { whyOf } from '@article21/import';
import type { DeskTexts } from '@article21/messages';
import type { Store } from '@article21/store';
import type { Context } from 'hono';
import type { BackgroundTasks } from './background-tasks.ts';
import type { createDrafts } from './drafts.ts';
import type { createLooks } from './look.ts';
import type { I18n } from './pages/page.tsx';
import type { createQueue } from './queue.ts';

/** What a desk works on, and with. */
export interface DeskOptions {
  /** The folder of the dataset; it need not be there yet. */
  folder: string;
  store: Store;
  /** Where what is published is kept, for people. */
  place: string;
  /** Its own address, `http://127.0.0.1:4322`. */
  origin: string;
  /** The program in which tables are read; null reads them in this process. */
  reader: string | null;
  style: string;
  /** The scripts of pages by the names of their files; every page does without. */
  scripts: Readonly<Record<'select-words.js' | 'keep-form.js' | 'chosen-file.js', string>>;
  /** By which a policy makes the ids of protected records, in place of its own. */
  secret?: string | undefined;
  today(): string;
  /** Ends when a page should say how far it is instead of waiting for all of it; a second where nothing is said. */
  patience?: () => Promise<unknown>;
  /** Is told of what should not have happened. */
  warn(error: Error): void;
}

/** The parts of the desk have these in common. */
export interface DeskServices extends DeskOptions {
  drafts: ReturnType<typeof createDrafts>;
  looks: ReturnType<typeof createLooks>;
  queue: ReturnType<typeof createQueue>;
  tasks: BackgroundTasks;
  i18nOf(context: Context): I18n;
  /** A page with a status. Nothing of the desk is kept by a browser. */
  answer(context: Context, page: string, status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 500): Response;
  home(context: Context, more?: { notice?: string; failed?: string }): Promise<Response>;
  fail(context: Context, why: keyof DeskTexts['failure'], status?: 400 | 404 | 409): Response;
}

/** What an error says, in the language of whoever sees it where it is one of an import. */
export function sentenceOf(error: Error, { importing }: Pick<I18n, 'importing'>): string {
  const why = whyOf(error);
  return why === null ? error.message : importing.unusable(why.why, why.found);
}
