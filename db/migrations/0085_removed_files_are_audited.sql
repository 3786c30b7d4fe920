CREATE OR REPLACE FUNCTION audit_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept CONSTANT jsonb := CASE NEW.kind::text
    WHEN 'filed' THEN jsonb_build_object('category', NEW.data -> 'category', 'priority', NEW.data -> 'priority', 'channel', NEW.data -> 'channel', 'hazard', NEW.data -> 'hazard', 'verdict', NEW.data -> 'verdict', 'judge', NEW.data -> 'judge', 'happeningNow', NEW.data -> 'happeningNow', 'safetyCheck', NEW.data -> 'safetyCheck')
    WHEN 'assigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'strategy', NEW.data -> 'strategy')
    WHEN 'unassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'reassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from')
    WHEN 'noted' THEN jsonb_build_object()
    WHEN 'messaged' THEN jsonb_build_object('from', NEW.data -> 'from', 'channel', NEW.data -> 'channel')
    WHEN 'noted_internally' THEN jsonb_build_object()
    WHEN 'moved' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'waitingFor', NEW.data -> 'waitingFor')
    WHEN 'attached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId')
    WHEN 'detached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId', 'messageId', NEW.data -> 'messageId', 'reason', NEW.data -> 'reason')
    WHEN 'acknowledged' THEN jsonb_build_object()
    WHEN 'escalated' THEN jsonb_build_object('rung', NEW.data -> 'rung', 'assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from', 'round', NEW.data -> 'round')
    WHEN 'checked' THEN jsonb_build_object('outcome', NEW.data -> 'outcome')
    WHEN 'joined' THEN jsonb_build_object('to', NEW.data -> 'to', 'because', NEW.data -> 'because')
    WHEN 'reported_again' THEN jsonb_build_object('requestId', NEW.data -> 'requestId', 'times', NEW.data -> 'times')
    WHEN 'separated' THEN jsonb_build_object('from', NEW.data -> 'from')
    WHEN 'prioritised' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'because', NEW.data -> 'because')
    WHEN 'warned' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt')
    WHEN 'breached' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt', 'told', NEW.data -> 'told')
    WHEN 'rated' THEN jsonb_build_object('rating', NEW.data -> 'rating')
    WHEN 'corrected' THEN jsonb_build_object()
    WHEN 'renewed' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt', 'by', NEW.data -> 'by', 'times', NEW.data -> 'times')
    WHEN 'proposed' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'deleted' THEN jsonb_build_object('reference', NEW.data -> 'reference', 'customerId', NEW.data -> 'customerId')
    ELSE '{}'
  END;
BEGIN
  INSERT INTO audit_entries (action, subject_type, subject_id, actor_id, api_key_id, address, data, created_at)
  VALUES ('request.' || NEW.kind, 'request', NEW.request_id, NEW.actor_id, NEW.api_key_id, NEW.address,
    jsonb_strip_nulls(kept), NEW.created_at);
  RETURN NULL;
END $$;
