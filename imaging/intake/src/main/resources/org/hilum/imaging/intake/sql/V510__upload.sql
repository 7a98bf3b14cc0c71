-- Uploads from a browser, and what became of each of their files.
CREATE TABLE intake_upload (
  id          text PRIMARY KEY,
  institution text NOT NULL,
  account     text NOT NULL,
  name        text NOT NULL,
  state       text NOT NULL,
  declared_at timestamptz NOT NULL,
  touched_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  reasons     text NOT NULL
);

CREATE INDEX intake_upload_recent ON intake_upload (institution, declared_at DESC);
CREATE INDEX intake_upload_open ON intake_upload (id) WHERE ended_at IS NULL;
CREATE INDEX intake_upload_ended ON intake_upload (ended_at) WHERE ended_at IS NOT NULL;

-- A file, or an entry of an archive: then archive is the number of that. Reasons are lines, each a
-- code, a tab and a sentence.
CREATE TABLE intake_upload_file (
  upload_id  text NOT NULL REFERENCES intake_upload (id) ON DELETE CASCADE,
  number     integer NOT NULL,
  archive    integer,
  path       text NOT NULL,
  bytes      bigint NOT NULL,
  sha256     text NOT NULL,
  state      text NOT NULL,
  study_uid  text NOT NULL,
  series_uid text NOT NULL,
  sop_uid    text NOT NULL,
  reasons    text NOT NULL,
  PRIMARY KEY (upload_id, number)
);
