-- Which revision of a series was last said to be complete, so that after a stop the rest is said.
CREATE TABLE intake_completion (
  institution  text NOT NULL,
  series_uid   text NOT NULL,
  study_uid    text NOT NULL,
  revision     bigint NOT NULL,
  completed_at timestamptz NOT NULL,
  PRIMARY KEY (institution, study_uid, series_uid)
);
