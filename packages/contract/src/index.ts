export {
  type Endpoint,
  type EndpointPolicy,
  endpoint,
  packed,
  pdf,
  pptx,
  type ServedAnswer,
  xlsx,
} from './endpoint.ts';
export type { ChangesAnswer } from './endpoints/changes.ts';
export type { CountsAnswer } from './endpoints/counts.ts';
export { type AnswerOf, type EndpointName, type Endpoints, endpoints } from './endpoints/index.ts';
export type { OembedAnswer } from './endpoints/oembed.ts';
export type { RecordAnswer } from './endpoints/record.ts';
export type { RecordsAnswer } from './endpoints/records.ts';
export type { SearchAnswer, SearchRead } from './endpoints/search.ts';
export type { SnapshotAnswer } from './endpoints/snapshot.ts';
export type { SnapshotsAnswer } from './endpoints/snapshots.ts';
export type { SourceAnswer } from './endpoints/source.ts';
export { ROWS_PAGE } from './endpoints/source-rows.ts';
export { fileName, presentationName } from './file-name.ts';
export {
  type Problem,
  type ProblemIssue,
  type ProblemKind,
  problemIssueSchema,
  problemSchema,
  problems,
} from './problem.ts';
export { type EmbedQuery, embedKeys, parseEmbedQuery } from './query/embed.ts';
export { type ImageQuery, imageKeys } from './query/image.ts';
export { type OembedQuery, parseOembedQuery } from './query/oembed.ts';
export { pageKeys, parsePageQuery } from './query/page.ts';
export { parseEndpointQuery } from './query/read.ts';
export {
  LARGEST_PAGE,
  type RecordQuery,
  recordKeys,
} from './query/records.ts';
export { LONGEST_SEARCH, type SearchQuery, searchKeys } from './query/search.ts';
export { readShow, type ShownView } from './query/show.ts';
