-- Awkward tables for the tests of backup and restore.
CREATE SEQUENCE storage_ticket START 5;

CREATE TABLE storage_case (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  label text NOT NULL,
  content bytea,
  made timestamptz NOT NULL DEFAULT now(),
  details jsonb,
  size integer GENERATED ALWAYS AS (length(label)) STORED,
  favourite bigint
);

CREATE TABLE storage_part (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  storage_case bigint NOT NULL REFERENCES storage_case,
  weight double precision
);

-- Each names the other: no order of tables would do.
ALTER TABLE storage_case ADD FOREIGN KEY (favourite) REFERENCES storage_part;

CREATE TABLE storage_diary (entry text);

CREATE FUNCTION storage_keep_diary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the diary is never changed';
END $$;

CREATE TRIGGER storage_diary_kept BEFORE UPDATE OR DELETE ON storage_diary
  FOR EACH ROW EXECUTE FUNCTION storage_keep_diary();
CREATE TRIGGER storage_diary_whole BEFORE TRUNCATE ON storage_diary
  FOR EACH STATEMENT EXECUTE FUNCTION storage_keep_diary();

INSERT INTO storage_diary VALUES ('written by the script');
