-- Studies with a rare modality are found without looking through all of them.
CREATE INDEX archive_study_modalities ON archive_study USING gin (modalities);
