-- The correction of one reading of a case; every step of it is kept and none is ever changed.
CREATE TABLE correction_case (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution text NOT NULL,
  study_uid   text NOT NULL,
  -- The network's reading.
  result_id   bigint NOT NULL,
  version     integer NOT NULL,
  begun_at    timestamptz NOT NULL,
  UNIQUE (institution, study_uid, result_id)
);

CREATE TABLE correction_entry (
  correction_id bigint NOT NULL REFERENCES correction_case ON DELETE CASCADE,
  revision      integer NOT NULL,
  kind          text NOT NULL,
  -- The step that is undone or done again.
  of_revision   integer NOT NULL DEFAULT 0,
  by_account    text NOT NULL,
  made_at       timestamptz NOT NULL,
  note          text NOT NULL,
  -- Voxels, from what to what; lesions after it, each by its UID and a voxel; numbers after it.
  change        bytea NOT NULL,
  lesions       bytea NOT NULL,
  numbers       bytea NOT NULL,
  PRIMARY KEY (correction_id, revision)
);

-- What was put in force; its number is that of the work, taken up again after a stop.
CREATE TABLE correction_applied (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  correction_id bigint NOT NULL REFERENCES correction_case ON DELETE CASCADE,
  revision      integer NOT NULL,
  by_account    text NOT NULL,
  made_at       timestamptz NOT NULL,
  result_id     bigint,
  UNIQUE (correction_id, revision)
);
CREATE INDEX correction_applied_result ON correction_applied (result_id);

-- Whether a case may be used for training; where nobody said so it may not.
CREATE TABLE correction_consent (
  institution text NOT NULL,
  study_uid   text NOT NULL,
  may_train   boolean NOT NULL,
  by_account  text NOT NULL,
  said_at     timestamptz NOT NULL,
  PRIMARY KEY (institution, study_uid)
);
