import { HttpProblem } from '@article21/answers';

/** The refusal of work for which there is no room now. */
export class Busy extends HttpProblem {
  /** After how many it is worth asking anew. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('busy', 'more is waiting to be computed than can be done in a few seconds');
    this.seconds = seconds;
  }
}

/** Whoever asked has gone: nobody hears of it, and nothing is wrong. */
export class ClientLeft extends HttpProblem {
  constructor() {
    super('busy', 'whoever asked has gone');
  }
}
