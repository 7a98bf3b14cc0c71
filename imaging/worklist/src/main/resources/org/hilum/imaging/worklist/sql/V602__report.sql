-- How far the radiologist's report of a case is, as whoever keeps reports told it.
ALTER TABLE worklist_case
  ADD COLUMN report_state text NOT NULL DEFAULT 'NONE',
  ADD COLUMN report_by text NOT NULL DEFAULT '',
  ADD COLUMN report_at timestamptz NOT NULL DEFAULT 'epoch',
  ADD COLUMN report_is_critical boolean NOT NULL DEFAULT false,
  -- Version of the reading that the report rests on; 0 for none.
  ADD COLUMN report_version integer NOT NULL DEFAULT 0;

-- What is signed stands below all that is not; else as before.
DROP INDEX worklist_case_urgency;
CREATE INDEX worklist_case_urgency ON worklist_case (
  (report_state = 'SIGNED'),
  greatest(asked_level, found_level, compared_level) DESC,
  (CASE WHEN state NOT IN ('READ', 'CANCELLED') THEN state_since END) NULLS LAST,
  state_since DESC, pk);
