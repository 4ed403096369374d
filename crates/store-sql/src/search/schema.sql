-- The index beside the journal: a file of its own, thrown away and made again whenever anything is wrong with it.
-- The words of each workspace stand in a table of their own, `words_<workspace>`, so that no word of one costs another
-- anything. Its rows are numbered by conversation and then by passage: newest first is its natural order.

CREATE TABLE positions (
    workspace INTEGER PRIMARY KEY,
    sequence BIGINT NOT NULL
);

CREATE TABLE conversations (
    workspace BIGINT NOT NULL,
    id BIGINT NOT NULL,
    opened_at_ms BIGINT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) WITHOUT ROWID;

CREATE INDEX conversations_by_time ON conversations (workspace, opened_at_ms, id);

CREATE TABLE facets (
    workspace BIGINT NOT NULL,
    facet TEXT NOT NULL,
    conversation BIGINT NOT NULL,
    PRIMARY KEY (workspace, facet, conversation)
) WITHOUT ROWID;

CREATE TABLE passages (
    workspace BIGINT NOT NULL,
    id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    audience TEXT NOT NULL,
    whispered_to BIGINT,
    body BIGINT NOT NULL,
    file BIGINT,
    PRIMARY KEY (workspace, id)
) WITHOUT ROWID;

CREATE INDEX passages_of_body ON passages (workspace, body);
