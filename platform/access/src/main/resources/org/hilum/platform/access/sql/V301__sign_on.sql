-- Whom the house's sign-on knows an account as: its issuer and the subject there. Bound at the first
-- entry, so that a name given to somebody else later opens nothing.
ALTER TABLE access_account ADD COLUMN signs_on_as text UNIQUE;
