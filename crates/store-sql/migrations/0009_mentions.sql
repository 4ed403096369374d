-- When somebody has read, which was not kept before; and where a note named an agent who has not looked since.

ALTER TABLE read_marks ADD COLUMN at_ms BIGINT;

CREATE TABLE mentions (
    workspace BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    author BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, conversation)
);
