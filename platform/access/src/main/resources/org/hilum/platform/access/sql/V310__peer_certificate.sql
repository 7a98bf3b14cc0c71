-- Whether an application entity is called by TLS, and the only certificate that it may show.
ALTER TABLE access_peer ADD COLUMN is_tls boolean NOT NULL DEFAULT false;
ALTER TABLE access_peer ADD COLUMN certificate text NOT NULL DEFAULT '';
