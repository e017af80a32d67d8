/**
 * Snapshots that were retracted, each with the text of its tombstone, and the records that may not be published again, as one
 * text with its secret.
 */
export const retractions = `
CREATE TABLE article21.retractions (
  snapshot text COLLATE "C" PRIMARY KEY,
  tombstone text NOT NULL
);
CREATE TABLE article21.withheld (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  text text NOT NULL
);
`;
