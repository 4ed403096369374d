-- Which configuration was in force when: asked for every transcript.

CREATE INDEX records_of_configurations ON records (workspace, sequence)
    WHERE kind = 'workspace.configured';
