-- Visitors whom a customer's page knows by an id of its own, and which secret signs those ids.

CREATE TABLE visitor_identities (
    workspace BIGINT NOT NULL,
    identity TEXT NOT NULL,
    visitor BIGINT NOT NULL,
    PRIMARY KEY (workspace, identity)
);
CREATE UNIQUE INDEX identity_of_visitor ON visitor_identities (workspace, visitor);

CREATE TABLE identity_secrets (
    workspace BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL,
    made_at_ms BIGINT NOT NULL
);
