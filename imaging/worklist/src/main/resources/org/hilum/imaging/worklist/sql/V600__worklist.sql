-- Cases: studies that hold CT, and how far each is.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE worklist_case (
  pk               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution      text NOT NULL,
  study_uid        text NOT NULL,
  patient_id       text NOT NULL,
  patient_name     text NOT NULL,
  -- For searching: every spelling in lower case, parts parted by single spaces.
  name_folded      text COLLATE "C" NOT NULL,
  -- Ideographs and the like, each and each two neighbours: trigrams know nothing of them.
  name_signs       text[] COLLATE "C" NOT NULL,
  study_date       text COLLATE "C" NOT NULL,
  study_time       text COLLATE "C" NOT NULL,
  accession_number text NOT NULL,
  description      text NOT NULL,
  modalities       text[] NOT NULL,
  instance_count   integer NOT NULL,
  state            text NOT NULL,
  state_since      timestamptz NOT NULL,
  -- What somebody or the sender asked for, what the reading found, and what the comparison found;
  -- the most urgent counts.
  asked_level      integer NOT NULL DEFAULT 0,
  asked_reason     text NOT NULL DEFAULT '',
  asked_by         text NOT NULL DEFAULT '',
  found_level      integer NOT NULL DEFAULT 0,
  found_reason     text NOT NULL DEFAULT '',
  compared_level   integer NOT NULL DEFAULT 0,
  compared_reason  text NOT NULL DEFAULT '',
  arrived_at       timestamptz NOT NULL,
  last_image_at    timestamptz NOT NULL,
  version          integer NOT NULL DEFAULT 0,
  -- A CT series is complete and no reading was asked for yet.
  needs_reading    boolean NOT NULL DEFAULT false,
  reasons          text NOT NULL DEFAULT '[]',
  -- The newest job that reads it: an older one says nothing any more.
  job_id           bigint,
  assigned_to      text,
  opacity_percent  double precision,
  opacity_low      double precision,
  opacity_high     double precision,
  lesion_count     integer,
  category         text,
  within_validated boolean,
  read_at          timestamptz,
  comparison       text,
  UNIQUE (institution, study_uid)
) WITH (fillfactor = 70);
-- One for each order of the list, with its columns in that order.
CREATE INDEX worklist_case_urgency
  ON worklist_case (greatest(asked_level, found_level, compared_level) DESC, state_since, pk);
CREATE INDEX worklist_case_arrived ON worklist_case (arrived_at DESC, pk DESC);
CREATE INDEX worklist_case_date ON worklist_case (study_date DESC, study_time DESC, pk DESC);
CREATE INDEX worklist_case_by_name ON worklist_case (name_folded, pk);
CREATE INDEX worklist_case_opacity ON worklist_case (opacity_percent DESC NULLS LAST, pk);
CREATE INDEX worklist_case_needs_reading ON worklist_case (pk) WHERE needs_reading;
CREATE INDEX worklist_case_open ON worklist_case (pk) WHERE state IN ('WAITING', 'READING');
CREATE INDEX worklist_case_state ON worklist_case (state);
CREATE INDEX worklist_case_name ON worklist_case USING gin (name_folded gin_trgm_ops);
CREATE INDEX worklist_case_signs ON worklist_case USING gin (name_signs);
CREATE INDEX worklist_case_patient ON worklist_case (patient_id text_pattern_ops);
CREATE INDEX worklist_case_accession ON worklist_case (accession_number text_pattern_ops);

-- Who sees a case: its own institution, and those that read for it.
CREATE TABLE worklist_audience (
  institution text NOT NULL,
  case_pk     bigint NOT NULL REFERENCES worklist_case ON DELETE CASCADE,
  PRIMARY KEY (institution, case_pk)
);
CREATE INDEX worklist_audience_case ON worklist_audience (case_pk);

-- What a reading or comparison made. It is begun before its objects go into the archive, so that
-- the objects of an attempt that was cut off are known; only a whole one is shown.
CREATE TABLE worklist_result (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution text NOT NULL,
  study_uid   text NOT NULL,
  kind        text NOT NULL,
  job_id      bigint NOT NULL,
  version     integer NOT NULL DEFAULT 0,
  is_whole    boolean NOT NULL DEFAULT false,
  is_current  boolean NOT NULL DEFAULT false,
  -- Whether its objects were taken out of the archive, since another took its place.
  is_retired  boolean NOT NULL DEFAULT false,
  made_at     timestamptz NOT NULL,
  objects     text[] NOT NULL
);
CREATE INDEX worklist_result_study ON worklist_result (institution, study_uid);
CREATE UNIQUE INDEX worklist_result_version
  ON worklist_result (institution, study_uid, kind, version) WHERE is_whole;
CREATE UNIQUE INDEX worklist_result_current
  ON worklist_result (institution, study_uid, kind) WHERE is_current;

CREATE TABLE worklist_result_file (
  result_id  bigint NOT NULL REFERENCES worklist_result ON DELETE CASCADE,
  path       text NOT NULL,
  media_type text NOT NULL,
  content    bytea NOT NULL,
  bytes      bigint NOT NULL,
  PRIMARY KEY (result_id, path)
);
CREATE INDEX worklist_result_content ON worklist_result_file (content);
