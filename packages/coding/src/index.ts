export { type Agreement, agree, type Coding, type ComparedPair, type FieldAgreement } from './agree.ts';
export { type Proposal, type Proposed, type ProposeOptions, propose } from './propose.ts';
