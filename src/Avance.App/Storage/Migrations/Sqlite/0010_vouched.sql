-- Who came in by the word of an identity provider can do so again, without a password.
ALTER TABLE account ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0;
