import { z } from 'zod';

/** What is wrong with one part of a request: which key, what it said, and how to mend it. */
export const problemIssueSchema = z
  .strictObject({
    key: z.string(),
    code: z.string(),
    stated: z.string(),
    message: z.string(),
    hint: z.string(),
    /** Of what is too large: which keys of the query would make it smaller, and how much there may be. */
    narrow: z.array(z.string()).optional(),
    most: z.int().optional(),
    /** Of what was retracted: the day on which it was; `code` is the reason. */
    day: z.iso.date().optional(),
  })
  .meta({ id: 'ProblemIssue' });

/** Why a request was refused, as RFC 9457 has it. `type` is the address of an explanation. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().optional(),
    issues: z.array(problemIssueSchema),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
export type ProblemIssue = z.infer<typeof problemIssueSchema>;

/** Every kind of problem, by the last part of its `type`. */
export const problems = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-query': { status: 400, title: 'The query cannot be read' },
  'too-much': { status: 400, title: 'The answer would be too large' },
  'not-found': { status: 404, title: 'There is no such thing' },
  retracted: { status: 410, title: 'It was published and has been retracted' },
  'method-not-allowed': { status: 405, title: 'The address is only for reading' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'headers-too-long': { status: 431, title: 'The headers are too long' },
  'not-implemented': { status: 501, title: 'The answer has no such form' },
  internal: { status: 500, title: 'Something went wrong here' },
  busy: { status: 503, title: 'Too many are waiting for the same thing' },
  unavailable: { status: 503, title: 'The data cannot be read now' },
} as const;

export type ProblemKind = keyof typeof problems;
