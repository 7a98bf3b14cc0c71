-- Institutions, and who reads for whom.
CREATE TABLE access_institution (
  code       text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{1,32}$'),
  name       text NOT NULL,
  is_active  boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);

CREATE TABLE access_reading_route (
  sender text NOT NULL REFERENCES access_institution,
  reader text NOT NULL REFERENCES access_institution,
  PRIMARY KEY (sender, reader)
);

-- DICOM application entities that are known.
CREATE TABLE access_peer (
  title               text PRIMARY KEY,
  institution         text NOT NULL REFERENCES access_institution,
  host                text NOT NULL DEFAULT '',
  port                integer NOT NULL DEFAULT 0,
  may_send            boolean NOT NULL,
  may_query           boolean NOT NULL,
  is_move_destination boolean NOT NULL
);

CREATE TABLE access_account (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution   text NOT NULL REFERENCES access_institution,
  login         text NOT NULL UNIQUE,
  display_name  text NOT NULL,
  roles         text[] NOT NULL,
  password_hash text NOT NULL,
  must_change   boolean NOT NULL,
  is_active     boolean NOT NULL DEFAULT true,
  failures      integer NOT NULL DEFAULT 0,
  locked_until  timestamptz,
  created_at    timestamptz NOT NULL
);
CREATE INDEX access_account_institution ON access_account (institution);

CREATE TABLE access_token (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution  text NOT NULL REFERENCES access_institution,
  name         text NOT NULL,
  secret_hash  bytea NOT NULL UNIQUE,
  permissions  text[] NOT NULL,
  made_by      text NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  last_used_at timestamptz
);
CREATE INDEX access_token_institution ON access_token (institution);

-- Who did what: only ever added to. Each row holds the hash of the one before it and of itself, so
-- that a change, a gap or a row put in between shows.
CREATE TABLE access_audit (
  number      bigint PRIMARY KEY,
  at          timestamptz NOT NULL,
  action      text NOT NULL,
  actor       text NOT NULL,
  institution text NOT NULL,
  came_from   text NOT NULL,
  patient     text NOT NULL,
  objects     text[] NOT NULL,
  allowed     boolean NOT NULL,
  words       text NOT NULL,
  hash        bytea NOT NULL
);
CREATE INDEX access_audit_at ON access_audit (at);
CREATE INDEX access_audit_institution ON access_audit (institution, number DESC);

CREATE FUNCTION access_audit_hash(before bytea, entry access_audit) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(before || convert_to(jsonb_build_array(entry.number,
    extract(epoch FROM entry.at), entry.action, entry.actor, entry.institution, entry.came_from,
    entry.patient, to_jsonb(entry.objects), entry.allowed, entry.words)::text, 'UTF8'))
$$;

CREATE FUNCTION access_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  PERFORM pg_advisory_xact_lock(4730251);
  SELECT number, hash INTO before FROM access_audit ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(before.number, 0) + 1;
  NEW.hash := access_audit_hash(coalesce(before.hash, ''::bytea), NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER access_audit_chained BEFORE INSERT ON access_audit
  FOR EACH ROW EXECUTE FUNCTION access_audit_chain();

CREATE FUNCTION access_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to';
END $$;

CREATE TRIGGER access_audit_kept BEFORE UPDATE OR DELETE ON access_audit
  FOR EACH ROW EXECUTE FUNCTION access_audit_refuse();
CREATE TRIGGER access_audit_not_emptied BEFORE TRUNCATE ON access_audit
  FOR EACH STATEMENT EXECUTE FUNCTION access_audit_refuse();
