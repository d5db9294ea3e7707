-- People and access. An account is a person's and belongs to no office; what it may do, it may do in an office.
CREATE TABLE account (
    account_id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    version INTEGER NOT NULL,
    disabled INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    locked_until TEXT,
    asks_codes INTEGER NOT NULL,
    last_code TEXT,
    authenticator_key TEXT,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE access_grant (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    account_id BLOB NOT NULL REFERENCES account (account_id),
    role TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at TEXT NOT NULL,
    PRIMARY KEY (entity_id, account_id, role, unit_code)
) WITHOUT ROWID;

CREATE INDEX access_grant_account ON access_grant (account_id);

-- Of whatever opens a door only a hash is kept: who reads this file gets in nowhere.
CREATE TABLE invitation (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (account_id),
    invited_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) WITHOUT ROWID;

CREATE INDEX invitation_account ON invitation (account_id);

CREATE TABLE account_session (
    key_hash BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (account_id),
    is_open INTEGER NOT NULL,
    way TEXT NOT NULL,
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX account_session_account ON account_session (account_id);

CREATE TABLE recovery_code (
    account_id BLOB NOT NULL REFERENCES account (account_id),
    code_hash BLOB NOT NULL,
    PRIMARY KEY (account_id, code_hash)
) WITHOUT ROWID;

CREATE TABLE passkey (
    credential_id TEXT NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (account_id),
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX passkey_account ON passkey (account_id);

CREATE TABLE protection_key (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    created_at TEXT NOT NULL
) WITHOUT ROWID;
