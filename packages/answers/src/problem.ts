import { type Problem, problems } from '@article21/contract';
import type { Refusal } from './refusal.ts';

/** What is answered to a question that was refused, as RFC 9457 has it. Problems are explained at `baseUrl`. */
export function problemOf({ kind, message, issues }: Refusal, baseUrl: string): Problem {
  const { status, title } = problems[kind];
  return { type: `${baseUrl}/api#${kind}`, title, status, detail: message, issues: [...issues] };
}
