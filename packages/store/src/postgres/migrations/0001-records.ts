/**
 * Records, to be grouped and found. `records` has one row a record, `entries` one for each measure that counts it and each
 * source that states it, with its numbers on the first of these alone. Days are days since 1970-01-01, months since
 * year 0, as numbers, because a cluster passes on no function of dates. Every row has its place, by which a cluster distributes
 * both tables; so no key is unique over all places, and nothing refers to another table. `loads` stays where it is asked.
 */
export const records = `
CREATE TABLE article21.loads (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layout text NOT NULL,
  file text,
  records bigint,
  begun timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX loads_file ON article21.loads (file);

CREATE TABLE article21.records (
  load integer NOT NULL,
  place text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  phase text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  quoted boolean NOT NULL,
  measures bigint NOT NULL,
  drawn_from integer NOT NULL,
  drawn_to integer NOT NULL,
  from_day integer NOT NULL,
  to_day integer NOT NULL,
  assembly_day integer NOT NULL,
  from_month integer NOT NULL,
  to_month integer NOT NULL,
  record text NOT NULL
);
CREATE INDEX records_order ON article21.records (load, drawn_from, id);
CREATE INDEX records_place ON article21.records (load, place, drawn_from, id);
CREATE INDEX records_id ON article21.records (load, id);

CREATE TABLE article21.entries (
  load integer NOT NULL,
  place text COLLATE "C" NOT NULL,
  measure smallint NOT NULL,
  from_day integer NOT NULL,
  to_day integer NOT NULL,
  assembly_day integer NOT NULL,
  phase smallint NOT NULL,
  basis smallint NOT NULL,
  source text COLLATE "C" NOT NULL,
  low double precision NOT NULL,
  high double precision NOT NULL,
  open integer NOT NULL,
  approximate integer NOT NULL,
  unnumbered integer NOT NULL,
  numbered integer NOT NULL,
  approximate_dates integer NOT NULL,
  records integer NOT NULL
);
CREATE INDEX entries_load ON article21.entries (load);
`;
