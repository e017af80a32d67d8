/** The number of each record's combination of attributes. What was loaded before has none, which is 0. */
export const attributes = `
ALTER TABLE article21.records ADD COLUMN combination bigint NOT NULL DEFAULT 0;
ALTER TABLE article21.entries ADD COLUMN combination bigint NOT NULL DEFAULT 0;
`;
