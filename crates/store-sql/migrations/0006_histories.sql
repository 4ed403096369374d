-- What imported histories speak of: asked for when a workspace is loaded.

CREATE INDEX records_of_history_names ON records (workspace, sequence)
    WHERE kind = 'history.named';
