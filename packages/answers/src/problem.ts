import { type Problem, problems } from '@article21/contract';
import type { HttpProblem } from './http-problem.ts';

/** What is answered to a question that was refused, as RFC 9457 has it. Problems are explained at `baseUrl`. */
export function problemOf({ kind, message, issues }: HttpProblem, baseUrl: string): Problem {
  const { status, title } = problems[kind];
  return { type: `${baseUrl}/api#${kind}`, title, status, detail: message, issues: [...issues] };
}
