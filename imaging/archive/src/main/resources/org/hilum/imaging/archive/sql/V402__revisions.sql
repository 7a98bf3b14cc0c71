-- The highest revision of what was deleted: when it comes again, its revisions go on from there.
ALTER TABLE archive_deletion ADD COLUMN revision bigint NOT NULL DEFAULT 0;
CREATE INDEX archive_deletion_study ON archive_deletion (institution, study_uid);
