-- People and access. An account is a person's and belongs to no office; what it may do, it may do in an office.
CREATE TABLE account (
    account_id uuid NOT NULL PRIMARY KEY,
    email text COLLATE "C" NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text,
    version integer NOT NULL,
    disabled boolean NOT NULL,
    failures integer NOT NULL,
    locked_until timestamptz,
    asks_codes boolean NOT NULL,
    last_code text,
    authenticator_key text,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE access_grant (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    account_id uuid NOT NULL REFERENCES account (account_id),
    role text COLLATE "C" NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (entity_id, account_id, role, unit_code)
);

CREATE INDEX access_grant_account ON access_grant (account_id);

-- Of whatever opens a door only a hash is kept: who reads this file gets in nowhere.
CREATE TABLE invitation (
    token_hash bytea NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (account_id),
    invited_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE INDEX invitation_account ON invitation (account_id);

CREATE TABLE account_session (
    key_hash bytea NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (account_id),
    is_open boolean NOT NULL,
    way text NOT NULL,
    device text NOT NULL,
    address text NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL
);

CREATE INDEX account_session_account ON account_session (account_id);

CREATE TABLE recovery_code (
    account_id uuid NOT NULL REFERENCES account (account_id),
    code_hash bytea NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkey (
    credential_id text COLLATE "C" NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (account_id),
    name text NOT NULL,
    content text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX passkey_account ON passkey (account_id);

CREATE TABLE protection_key (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    content text NOT NULL,
    created_at timestamptz NOT NULL
);
