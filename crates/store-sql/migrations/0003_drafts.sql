-- Drafts go with their conversation, whoever began them: found when it is archived.

CREATE INDEX drafts_of_conversation ON drafts (workspace, conversation);
