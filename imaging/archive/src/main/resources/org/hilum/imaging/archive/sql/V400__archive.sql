-- What is kept. Text is as it was sent; dates and times are DICOM's own (DA, TM), so that an
-- incomplete or odd one is kept as it is. Every row belongs to one institution.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE archive_patient (
  pk          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution text NOT NULL,
  -- Patient ID with its issuer, or the study where there is no ID: such patients are never merged.
  patient_key text NOT NULL,
  patient_id  text NOT NULL,
  issuer      text NOT NULL,
  name        text NOT NULL,
  -- For searching: every spelling, in lower case, parts parted by single spaces.
  name_folded text NOT NULL,
  birth_date  text COLLATE "C" NOT NULL,
  sex         text NOT NULL,
  UNIQUE (institution, patient_key)
);
CREATE INDEX archive_patient_id ON archive_patient (patient_id text_pattern_ops);
CREATE INDEX archive_patient_name ON archive_patient USING gin (name_folded gin_trgm_ops);

CREATE TABLE archive_study (
  pk                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  patient_pk          bigint NOT NULL REFERENCES archive_patient,
  institution         text NOT NULL,
  study_uid           text NOT NULL,
  study_date          text COLLATE "C" NOT NULL,
  study_time          text COLLATE "C" NOT NULL,
  accession_number    text NOT NULL,
  study_id            text NOT NULL,
  description         text NOT NULL,
  referring_physician text NOT NULL,
  modalities          text[] NOT NULL DEFAULT '{}',
  series_count        integer NOT NULL DEFAULT 0,
  instance_count      integer NOT NULL DEFAULT 0,
  first_received_at   timestamptz NOT NULL,
  last_received_at    timestamptz NOT NULL,
  UNIQUE (institution, study_uid)
) WITH (fillfactor = 70);
CREATE INDEX archive_study_uid ON archive_study (study_uid);
CREATE INDEX archive_study_patient ON archive_study (patient_pk);
CREATE INDEX archive_study_date ON archive_study (study_date DESC, study_time DESC, pk DESC);
CREATE INDEX archive_study_accession ON archive_study (accession_number text_pattern_ops);

-- Who sees a study: its own institution, and those it was given to.
CREATE TABLE archive_audience (
  institution text NOT NULL,
  study_pk    bigint NOT NULL REFERENCES archive_study ON DELETE CASCADE,
  since       timestamptz NOT NULL,
  PRIMARY KEY (institution, study_pk)
);
CREATE INDEX archive_audience_study ON archive_audience (study_pk);

CREATE TABLE archive_series (
  pk               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  study_pk         bigint NOT NULL REFERENCES archive_study ON DELETE CASCADE,
  series_uid       text NOT NULL,
  modality         text NOT NULL,
  series_number    integer,
  description      text NOT NULL,
  body_part        text NOT NULL,
  manufacturer     text NOT NULL,
  station          text NOT NULL,
  performed_date   text COLLATE "C" NOT NULL,
  performed_time   text COLLATE "C" NOT NULL,
  instance_count   integer NOT NULL DEFAULT 0,
  revision         bigint NOT NULL DEFAULT 0,
  last_received_at timestamptz NOT NULL,
  UNIQUE (study_pk, series_uid)
) WITH (fillfactor = 70);
CREATE INDEX archive_series_uid ON archive_series (series_uid);
CREATE INDEX archive_series_changed ON archive_series (last_received_at);

CREATE TABLE archive_instance (
  pk              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  series_pk       bigint NOT NULL REFERENCES archive_series ON DELETE CASCADE,
  institution     text NOT NULL,
  sop_uid         text NOT NULL,
  sop_class_uid   text NOT NULL,
  transfer_syntax text NOT NULL,
  instance_number integer,
  pixel_rows      integer,
  pixel_columns   integer,
  bits_allocated  integer,
  frames          integer NOT NULL,
  content         bytea NOT NULL,
  bytes           bigint NOT NULL,
  source          text NOT NULL,
  received_at     timestamptz NOT NULL,
  UNIQUE (institution, sop_uid)
);
CREATE INDEX archive_instance_series ON archive_instance (series_pk);
CREATE INDEX archive_instance_uid ON archive_instance (sop_uid);
CREATE INDEX archive_instance_content ON archive_instance (content);

-- Content that another of the same UID took the place of: nothing that came is lost.
CREATE TABLE archive_superseded (
  instance_pk     bigint NOT NULL REFERENCES archive_instance ON DELETE CASCADE,
  content         bytea NOT NULL,
  transfer_syntax text NOT NULL,
  bytes           bigint NOT NULL,
  source          text NOT NULL,
  received_at     timestamptz NOT NULL,
  superseded_at   timestamptz NOT NULL
);
CREATE INDEX archive_superseded_instance ON archive_superseded (instance_pk);
CREATE INDEX archive_superseded_content ON archive_superseded (content);

-- What was deleted: a whole study, or one series of it.
CREATE TABLE archive_deletion (
  institution    text NOT NULL,
  study_uid      text NOT NULL,
  series_uid     text NOT NULL DEFAULT '',
  patient_id     text NOT NULL,
  instance_count integer NOT NULL,
  bytes          bigint NOT NULL,
  deleted_by     text NOT NULL,
  why            text NOT NULL,
  deleted_at     timestamptz NOT NULL
);
