import { endpoints, problems } from '@article21/contract';
import { type Answer, answerKeys } from '../page-data.ts';
import { AboutDataView, Changes, Compared, FailureView, Waiting } from '../views/index.ts';
import { descriptionOf, localOf } from './local.ts';
import type { PageSubject } from './subject.ts';
import { answerTo, type PageContent, snapshotOf } from './view.tsx';

/** What the data are: which version, who made it, which days it covers, whose it is, and how one checks it. */
export async function dataPage(subject: PageSubject): Promise<PageContent> {
  const { loaded, texts, query, versions = [], changes } = subject;
  const { about } = texts;
  const name = localOf(loaded.snapshot.catalogue.meta, 'title', subject).text;
  const { assemblies } = await answerTo(endpoints.assemblies, subject);
  const answers: Answer[] = [[answerKeys.assemblies(query.snapshot), assemblies]];
  if (changes && 'answer' in changes) answers.push([answerKeys.changes(loaded.id, null), changes.answer]);
  return {
    title: about.title,
    description: [`${name}.`, descriptionOf(subject)?.text, about.versionsText].filter(Boolean).join(' '),
    view: (
      <AboutDataView
        snapshot={await snapshotOf(subject)}
        versions={versions}
        texts={texts}
        changes={
          <Changes versions={versions} shown={loaded.id} about={about} since={null} choose={() => {}}>
            <Comparison {...subject} />
          </Changes>
        }
      />
    ),
    answers,
    // The program tells by itself why versions are not compared.
    hydrates: !(changes && 'refusal' in changes),
  };
}

/** What the version before had not; the program brings what took longer than a page waits. */
function Comparison({ changes, texts, words, loaded }: PageSubject) {
  if (!changes) return <Waiting />;
  if ('answer' in changes)
    return <Compared changes={changes.answer} named={loaded.snapshot.catalogue} about={texts.about} />;
  const { failure } = words.ui.page;
  const { kind, message } = changes.refusal;
  const { status } = problems[kind];
  const [title, hint] =
    status >= 500
      ? [failure.server, failure.serverHint]
      : [status === 404 ? failure.missing : failure.refused, message];
  return <FailureView title={title} hints={[hint]} />;
}
