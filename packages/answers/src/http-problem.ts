import { type Problem, type ProblemIssue, type ProblemKind, problems } from '@article21/contract';
import { firstIssues } from '@article21/model';

/** A request that is refused, and why; `problems.ts` turns it into an answer. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly kind: ProblemKind;
  readonly issues: readonly ProblemIssue[];

  constructor(kind: ProblemKind, detail: string, issues: readonly ProblemIssue[] = [], cause?: unknown) {
    super(detail, { cause });
    this.kind = kind;
    this.issues = issues;
  }
}

/** Refuses a query of which any part could not be read; the first of its faults are told in full. */
export function refuseIssues(issues: readonly ProblemIssue[]): void {
  if (issues.length === 0) return;
  const told = firstIssues(issues);
  const more = issues.length > told.length ? [`and ${issues.length - told.length} more faults`] : [];
  const detail = [...told.map(({ key, message }) => `${key}: ${message}`), ...more].join('; ');
  throw new HttpProblem('invalid-query', detail, told);
}

/** What is answered to a question that was refused, as RFC 9457 has it. Problems are explained at `baseUrl`. */
export function problemOf({ kind, message, issues }: HttpProblem, baseUrl: string): Problem {
  const { status, title } = problems[kind];
  return { type: `${baseUrl}/api#${kind}`, title, status, detail: message, issues: [...issues] };
}
