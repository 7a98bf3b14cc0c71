-- The report of a case as it is: one row, whose revision counts its changes.
CREATE TABLE signing_report (
  institution text NOT NULL,
  study_uid   text NOT NULL,
  state       text NOT NULL,
  revision    integer NOT NULL,
  -- What it says, with what it rests on.
  content     text NOT NULL,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  -- Whether the worklist was told of this revision.
  is_told     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (institution, study_uid)
);
CREATE INDEX signing_report_untold ON signing_report (changed_at) WHERE NOT is_told;

-- What was signed, frozen: only ever added to.
CREATE TABLE signing_event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution  text NOT NULL,
  study_uid    text NOT NULL,
  kind         text NOT NULL,
  signed_by    text NOT NULL,
  signer_name  text NOT NULL,
  organization text NOT NULL,
  signed_at    timestamptz NOT NULL,
  words        text NOT NULL,
  content      text NOT NULL,
  content_hash text NOT NULL,
  -- The result of the case that holds its files; empty until they are written.
  result_id    bigint
);
CREATE INDEX signing_event_case ON signing_event (institution, study_uid, id);
CREATE INDEX signing_event_unwritten ON signing_event (id) WHERE result_id IS NULL;

-- A signature is neither changed nor taken away; only its files are noted once, when they are there.
CREATE FUNCTION signing_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.result_id IS NULL
    AND (to_jsonb(NEW) - 'result_id') = (to_jsonb(OLD) - 'result_id') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was signed is only ever added to';
END $$;

CREATE TRIGGER signing_event_kept BEFORE UPDATE ON signing_event
  FOR EACH ROW EXECUTE FUNCTION signing_event_refuse();
