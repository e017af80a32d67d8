/** Public editions for those who follow, in pieces by their SHA-256, and the one signed statement of which of them is served. */
export const editions = `
CREATE TABLE article21.pieces (
  sha256 bytea PRIMARY KEY,
  bytes bytea NOT NULL
);
CREATE TABLE article21.statement (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  text text NOT NULL
);
`;
