-- Legs know the topics and skills of their conversation, and what is grouped is read off an index, in its order.
-- Facts are made anew at the next start: their fold has another number.

ALTER TABLE fact_leg ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE fact_leg ADD COLUMN skills TEXT NOT NULL DEFAULT '';

DROP INDEX fact_leg_by_agent;
CREATE INDEX fact_leg_by_agent ON fact_leg
    (workspace, role, tier, agent, duration_bucket, bot, escalated, closed, began_ms, queue, team, pipeline, messages,
    first_response_ms, wrap_up_ms);
CREATE INDEX fact_leg_by_topic ON fact_leg
    (workspace, role, tier, tags, skills, agent, bot, escalated, closed, began_ms, queue, team, pipeline);

DROP INDEX fact_handoff_by_edge;
CREATE INDEX fact_handoff_by_edge ON fact_handoff
    (workspace, from_queue, to_queue, kind, outcome, answer_bucket, rona, returned, asked_ms, from_agent, reason);

CREATE INDEX fact_offer_by_agent ON fact_offer (workspace, agent, outcome, answer_bucket, offered_ms, queue);
CREATE INDEX fact_load_by_agent ON fact_load (workspace, agent, began_ms, ended_ms, weight);
CREATE INDEX fact_conversation_by_rating ON fact_conversation
    (workspace, owners, last_owner, rating, hops, opened_ms) WHERE rating IS NOT NULL;
CREATE INDEX fact_reach_escalated ON fact_reach
    (workspace, tier, escalated_ms, conversation) WHERE outcome = 'escalated';
