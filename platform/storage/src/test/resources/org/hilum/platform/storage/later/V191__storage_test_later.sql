-- What a later version adds.
ALTER TABLE storage_case ADD COLUMN later text DEFAULT 'later';
