-- No index on what each image changes: such an index would have to be written with each image.
DROP INDEX archive_series_changed;

CREATE INDEX archive_deletion_time ON archive_deletion (institution, deleted_at);
