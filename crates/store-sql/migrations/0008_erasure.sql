-- Erasure and retention: who is to be erased, how far that and the periods have come, and what finds their conversations.

CREATE TABLE erasures (
    workspace BIGINT NOT NULL,
    visitor BIGINT NOT NULL,
    -- The record that says so, when, and by whom.
    sequence BIGINT NOT NULL,
    asked_at_ms BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    -- None while something may be left; then how much it was.
    done_at_ms BIGINT,
    conversations BIGINT NOT NULL,
    texts BIGINT NOT NULL,
    files BIGINT NOT NULL,
    PRIMARY KEY (workspace, visitor)
);
CREATE INDEX erasures_pending ON erasures (workspace, sequence) WHERE done_at_ms IS NULL;

-- The last closing whose conversation was seen to, by what is kept for a while.
CREATE TABLE retention (
    workspace BIGINT NOT NULL,
    kept TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (workspace, kept)
);

-- Its content is gone, and what it was called is still known.
ALTER TABLE files ADD COLUMN erased_at_ms BIGINT;

CREATE INDEX records_of_visitors ON records (workspace, json_extract(body, '$.visitor'), conversation)
    WHERE kind = 'conversation.opened';
CREATE INDEX records_of_closings ON records (workspace, sequence) WHERE kind = 'conversation.closed';
