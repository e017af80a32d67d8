import type { Problem } from './problem.ts';

/** A request that was refused or failed. `problem` is what the API says of it, in the form of RFC 9457. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.issues[0]?.message ?? problem.detail);
    this.problem = problem;
  }
}
