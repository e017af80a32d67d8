export { type Agreement, agree, type Coding, type ComparedPair, type FieldAgreement } from './agree.ts';
export { countryNamed } from './country.ts';
export { type Proposal, type ProposeOptions, propose } from './propose.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
export { type Proposed, type Words, wholeCharacters } from './words.ts';
