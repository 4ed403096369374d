-- The journal, what stands beside it, and the plain tables.
-- Times are milliseconds since the Unix epoch. The tables written by every message have no foreign keys
-- and no index beyond the one that a question asked all day needs.

CREATE TABLE workspaces (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    created_at_ms BIGINT NOT NULL,
    epoch BIGINT NOT NULL
);

CREATE TABLE records (
    workspace BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    conversation BIGINT,
    actor TEXT NOT NULL,
    -- Of the first record of a command that a client gave an id: that id, and what was answered.
    client_id BLOB,
    answer TEXT,
    PRIMARY KEY (workspace, sequence)
) WITHOUT ROWID;

CREATE INDEX records_of_conversation ON records (workspace, conversation, sequence)
    WHERE conversation IS NOT NULL;

CREATE TABLE bodies (
    workspace BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) WITHOUT ROWID;

CREATE TABLE snapshots (
    workspace BIGINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    format BIGINT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE documents (
    workspace BIGINT NOT NULL,
    version BIGINT NOT NULL,
    yaml TEXT NOT NULL,
    applied_at_ms BIGINT NOT NULL,
    applied_by TEXT NOT NULL,
    PRIMARY KEY (workspace, version)
);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    -- The address as it is compared.
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    disabled_at_ms BIGINT
);

CREATE TABLE sessions (
    token BLOB PRIMARY KEY,
    account BIGINT NOT NULL,
    csrf TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    last_seen_at_ms BIGINT NOT NULL,
    expires_at_ms BIGINT NOT NULL
);

CREATE INDEX sessions_of_account ON sessions (account);

CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    workspace BIGINT NOT NULL,
    -- The agent it acts as; none for one that administers.
    agent BIGINT,
    label TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    last_used_at_ms BIGINT,
    revoked_at_ms BIGINT
);

CREATE TABLE visitors (
    workspace BIGINT NOT NULL,
    id BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE TABLE files (
    workspace BIGINT NOT NULL,
    id BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    uploader TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    object_key TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    -- The message that carries it and who may read that; none until it is posted.
    message BIGINT,
    audience TEXT,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX files_of_conversation ON files (workspace, conversation);

CREATE TABLE read_marks (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    person TEXT NOT NULL,
    message BIGINT NOT NULL,
    PRIMARY KEY (workspace, conversation, person)
);

CREATE TABLE drafts (
    workspace BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    audience TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (workspace, agent, conversation, audience)
);

CREATE TABLE settings (
    workspace BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (workspace, agent, key)
);
