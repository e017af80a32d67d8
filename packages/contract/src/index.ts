export { type Endpoint, endpoint, packed, pdf, pptx, xlsx } from './endpoint.ts';
export type { AnnotationsAnswer } from './endpoints/annotations.ts';
export type { AssembliesAnswer } from './endpoints/assemblies.ts';
export type { ChangesAnswer } from './endpoints/changes.ts';
export type { CountsAnswer } from './endpoints/counts.ts';
export type { CoverageAnswer } from './endpoints/coverage.ts';
export type { HealthAnswer } from './endpoints/health.ts';
export { type EndpointName, type Endpoints, endpoints } from './endpoints/index.ts';
export type { MeasuresAnswer } from './endpoints/measures.ts';
export type { OembedAnswer } from './endpoints/oembed.ts';
export type { OutlinesAnswer } from './endpoints/outlines.ts';
export type { PlacesAnswer } from './endpoints/places.ts';
export type { ReadyAnswer } from './endpoints/ready.ts';
export type { RecordAnswer } from './endpoints/record.ts';
export type { RecordsAnswer } from './endpoints/records.ts';
export type { SnapshotAnswer } from './endpoints/snapshot.ts';
export type { SnapshotsAnswer } from './endpoints/snapshots.ts';
export type { SourceAnswer } from './endpoints/source.ts';
export { fileName, presentationName } from './file-name.ts';
export {
  type Problem,
  type ProblemIssue,
  type ProblemKind,
  problemIssueSchema,
  problemSchema,
  problems,
} from './problem.ts';
export { allowedKeys } from './query/allowed.ts';
export { type EmbedQuery, parseEmbedQuery, printEmbedQuery } from './query/embed.ts';
export { type ImageQuery, imageKeys, parseImageQuery, printImageQuery } from './query/image.ts';
export { type OembedQuery, parseOembedQuery, printOembedQuery } from './query/oembed.ts';
export { pageKeys, parsePageQuery } from './query/page.ts';
export {
  emptyRecordQuery,
  LARGEST_PAGE,
  parseRecordQuery,
  printRecordQuery,
  type RecordQuery,
  recordKeys,
} from './query/records.ts';
export { readShow, type ShownView } from './query/show.ts';
export { parseSince } from './query/since.ts';
