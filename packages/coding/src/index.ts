export { type Agreement, agree, type Coding, type ComparedPair, type FieldAgreement } from './agree.ts';
export { type Proposal, type Proposed, type ProposeOptions, propose } from './propose.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
export { snapped } from './snapped.ts';
export type { Words } from './words.ts';
