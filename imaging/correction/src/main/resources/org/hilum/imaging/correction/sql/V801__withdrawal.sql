-- A correction may be taken out of force, and the same revision put in force once more.
ALTER TABLE correction_applied
  ADD COLUMN withdrawn_by text,
  ADD COLUMN withdrawn_at timestamptz,
  DROP CONSTRAINT correction_applied_correction_id_revision_key;
CREATE UNIQUE INDEX correction_applied_once
  ON correction_applied (correction_id, revision) WHERE withdrawn_at IS NULL;
