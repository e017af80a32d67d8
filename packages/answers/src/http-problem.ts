import { type Problem, type ProblemIssue, type ProblemKind, problems } from '@article21/contract';
import { firstIssues } from '@article21/model';

/** A refused request with its reason; `problemOf` makes it a response body. */
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

/** Throws if a query has any issue; the message lists the first of them. */
export function refuseIssues(issues: readonly ProblemIssue[]): void {
  if (issues.length === 0) return;
  const shown = firstIssues(issues);
  const more = issues.length > shown.length ? [`and ${issues.length - shown.length} more faults`] : [];
  const detail = [...shown.map(({ key, message }) => `${key}: ${message}`), ...more].join('; ');
  throw new HttpProblem('invalid-query', detail, shown);
}

/** The problem+json body (RFC 9457) of a refused request. `baseUrl` serves the page that explains problem types. */
export function problemOf({ kind, message, issues }: HttpProblem, baseUrl: string): Problem {
  const { status, title } = problems[kind];
  return { type: `${baseUrl}/api#${kind}`, title, status, detail: message, issues: [...issues] };
}
