-- When the password was last changed or reset: who came in before is out.
ALTER TABLE access_account ADD COLUMN password_at timestamptz NOT NULL DEFAULT 'epoch';
