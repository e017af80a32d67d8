/**
 * Snapshots, and which is served. Files are kept in parts, each once, under the SHA-256 of its bytes. `current` has one row;
 * its `version` grows with every change of what is served, or of which snapshots there are. All of it is small beside records,
 * and stays on one machine of a cluster.
 */
export const snapshots = `
CREATE TABLE article21.chunks (
  sha256 bytea PRIMARY KEY,
  bytes bytea NOT NULL,
  stored timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE article21.snapshots (
  id text COLLATE "C" PRIMARY KEY,
  manifest bytea NOT NULL
);
CREATE TABLE article21.parts (
  snapshot text COLLATE "C" NOT NULL REFERENCES article21.snapshots,
  path text COLLATE "C" NOT NULL,
  part integer NOT NULL,
  sha256 bytea NOT NULL REFERENCES article21.chunks,
  PRIMARY KEY (snapshot, path, part)
);
CREATE INDEX parts_sha256 ON article21.parts (sha256);
CREATE TABLE article21.log (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  line text NOT NULL
);
CREATE TABLE article21.current (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  snapshot text COLLATE "C" REFERENCES article21.snapshots,
  version integer NOT NULL
);
INSERT INTO article21.current (snapshot, version) VALUES (NULL, 0);
CREATE TABLE article21.changes (
  snapshot text COLLATE "C" NOT NULL,
  since text COLLATE "C" NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (snapshot, since)
);
`;
