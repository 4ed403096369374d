-- Facts: rows of figures made from the journal and written with it; see store::facts. Whatever is here can be made anew.

-- How far the facts of a workspace follow its journal, which fold made them, and the zone of their days.
CREATE TABLE fact_state (
    workspace BIGINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    format INTEGER NOT NULL,
    zone TEXT NOT NULL
);

CREATE TABLE fact_conversation (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    visitor BIGINT NOT NULL,
    reference TEXT,
    pipeline BIGINT,
    language TEXT,
    previous BIGINT,
    opened_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    closed_ms BIGINT,
    close_reason TEXT,
    duration_ms BIGINT,
    duration_bucket INTEGER,
    first_response_ms BIGINT,
    first_queue BIGINT NOT NULL,
    last_queue BIGINT NOT NULL,
    last_owner BIGINT,
    queue_hops INTEGER NOT NULL,
    owner_hops INTEGER NOT NULL,
    team_hops INTEGER NOT NULL,
    queue_ping_pong INTEGER NOT NULL,
    owner_ping_pong INTEGER NOT NULL,
    team_ping_pong INTEGER NOT NULL,
    loops INTEGER NOT NULL,
    queue_path TEXT NOT NULL,
    owner_path TEXT NOT NULL,
    team_path TEXT NOT NULL,
    hops INTEGER NOT NULL,
    owners INTEGER NOT NULL,
    owner_legs INTEGER NOT NULL,
    guests INTEGER NOT NULL,
    present_max INTEGER NOT NULL,
    teams INTEGER NOT NULL,
    assists INTEGER NOT NULL,
    hands INTEGER NOT NULL,
    visitor_messages INTEGER NOT NULL,
    agent_messages INTEGER NOT NULL,
    disposition TEXT,
    rating INTEGER,
    imported INTEGER NOT NULL,
    PRIMARY KEY (workspace, conversation)
) WITHOUT ROWID;

CREATE TABLE fact_tag (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (workspace, conversation, tag)
) WITHOUT ROWID;

CREATE TABLE fact_skill (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    skill BIGINT NOT NULL,
    PRIMARY KEY (workspace, conversation, skill)
) WITHOUT ROWID;

CREATE TABLE fact_leg (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    leg INTEGER NOT NULL,
    agent BIGINT NOT NULL,
    bot INTEGER NOT NULL,
    team BIGINT,
    role TEXT NOT NULL,
    queue BIGINT NOT NULL,
    stage BIGINT,
    pipeline BIGINT,
    tier INTEGER NOT NULL,
    began_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    ended_ms BIGINT,
    duration_ms BIGINT,
    duration_bucket INTEGER,
    began_by TEXT NOT NULL,
    ended_by TEXT,
    handoff BIGINT,
    escalated INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    first_response_ms BIGINT,
    messages INTEGER NOT NULL,
    wrap_up_ms BIGINT,
    disposition TEXT,
    PRIMARY KEY (workspace, conversation, leg)
) WITHOUT ROWID;

CREATE TABLE fact_reach (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    tier INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    at_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    queue BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    escalated_ms BIGINT,
    escalated_by BIGINT,
    from_queue BIGINT,
    to_queue BIGINT,
    to_tier INTEGER,
    reason TEXT,
    PRIMARY KEY (workspace, conversation, tier, scope)
) WITHOUT ROWID;

CREATE TABLE fact_wait (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    wait INTEGER NOT NULL,
    queue BIGINT NOT NULL,
    stage BIGINT,
    pipeline BIGINT,
    tier INTEGER NOT NULL,
    cause TEXT NOT NULL,
    began_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    ended_ms BIGINT,
    duration_ms BIGINT,
    duration_bucket INTEGER,
    outcome TEXT NOT NULL,
    agent BIGINT,
    PRIMARY KEY (workspace, conversation, wait)
) WITHOUT ROWID;

CREATE TABLE fact_step (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    step INTEGER NOT NULL,
    from_queue BIGINT NOT NULL,
    to_queue BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    cause TEXT NOT NULL,
    reason TEXT,
    agent BIGINT,
    PRIMARY KEY (workspace, conversation, step)
) WITHOUT ROWID;

CREATE TABLE fact_handoff (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    handoff BIGINT NOT NULL,
    kind TEXT NOT NULL,
    mode TEXT NOT NULL,
    from_agent BIGINT NOT NULL,
    from_queue BIGINT NOT NULL,
    from_tier INTEGER NOT NULL,
    to_agent BIGINT,
    to_queue BIGINT NOT NULL,
    to_tier INTEGER NOT NULL,
    receiver BIGINT,
    reason TEXT,
    asked_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    answer_ms BIGINT,
    answer_bucket INTEGER,
    ended_ms BIGINT,
    outcome TEXT NOT NULL,
    rona INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    PRIMARY KEY (workspace, conversation, handoff)
) WITHOUT ROWID;

CREATE TABLE fact_offer (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    offer BIGINT NOT NULL,
    agent BIGINT,
    queue BIGINT NOT NULL,
    tier INTEGER NOT NULL,
    handoff BIGINT,
    offered_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    answer_ms BIGINT,
    answer_bucket INTEGER,
    outcome TEXT NOT NULL,
    PRIMARY KEY (workspace, conversation, offer)
) WITHOUT ROWID;

CREATE TABLE fact_prediction (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    wait INTEGER NOT NULL,
    prediction INTEGER NOT NULL,
    queue BIGINT NOT NULL,
    tier INTEGER NOT NULL,
    shown_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    position INTEGER NOT NULL,
    p50_ms BIGINT,
    p90_ms BIGINT,
    actual_ms BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (workspace, conversation, wait, prediction)
) WITHOUT ROWID;

CREATE TABLE fact_hand (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    hand INTEGER NOT NULL,
    owner BIGINT NOT NULL,
    queue BIGINT NOT NULL,
    cause TEXT NOT NULL,
    raised_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    answer_ms BIGINT,
    answer_bucket INTEGER,
    taken_by BIGINT,
    outcome TEXT NOT NULL,
    PRIMARY KEY (workspace, conversation, hand)
) WITHOUT ROWID;

CREATE TABLE fact_load (
    workspace BIGINT NOT NULL,
    conversation BIGINT NOT NULL,
    part INTEGER NOT NULL,
    agent BIGINT NOT NULL,
    kind TEXT NOT NULL,
    weight INTEGER NOT NULL,
    began_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (workspace, conversation, part)
) WITHOUT ROWID;

CREATE TABLE fact_presence (
    workspace BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    began_ms BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    month BIGINT NOT NULL,
    ended_ms BIGINT,
    status TEXT NOT NULL,
    team BIGINT,
    capacity INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent, began_ms)
) WITHOUT ROWID;

CREATE TABLE fact_agent (
    workspace BIGINT NOT NULL,
    agent BIGINT NOT NULL,
    connected INTEGER NOT NULL,
    status TEXT NOT NULL,
    not_responding INTEGER NOT NULL,
    since_ms BIGINT,
    PRIMARY KEY (workspace, agent)
) WITHOUT ROWID;

CREATE TABLE fact_name (
    workspace BIGINT NOT NULL,
    kind TEXT NOT NULL,
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    tier INTEGER,
    team BIGINT,
    bot INTEGER NOT NULL,
    PRIMARY KEY (workspace, kind, id)
) WITHOUT ROWID;
-- Each index holds what its reports read, in the order in which they group it: an answer reads one stretch of it.

CREATE INDEX fact_reach_by_tier ON fact_reach
    (workspace, tier, hour, outcome, scope, day, week, month, at_ms, agent, queue);
CREATE INDEX fact_leg_by_agent ON fact_leg
    (workspace, role, tier, agent, bot, escalated, closed, hour, began_ms, queue, duration_ms);
CREATE INDEX fact_wait_by_place ON fact_wait
    (workspace, queue, stage, duration_bucket, outcome, began_ms, hour, duration_ms);
CREATE INDEX fact_step_by_queues ON fact_step
    (workspace, from_queue, to_queue, cause, reason, at_ms, agent);
CREATE INDEX fact_handoff_by_edge ON fact_handoff
    (workspace, from_queue, to_queue, outcome, answer_bucket, kind, mode, asked_ms, from_agent);
CREATE INDEX fact_conversation_by_time ON fact_conversation
    (workspace, hour, opened_ms, close_reason, day, week, month);
CREATE INDEX fact_conversation_by_path ON fact_conversation
    (workspace, queue_hops, queue_ping_pong, owner_hops, owner_ping_pong, team_hops, team_ping_pong, opened_ms);
CREATE INDEX fact_tag_by_tag ON fact_tag (workspace, tag, conversation);
