-- The audit log is only ever added to, except that it forgets from where somebody acted once their account is closed.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.ip IS NULL AND NEW.data = OLD.data - 'userAgent'
    AND (NEW.id, NEW.at, NEW.action, NEW.entity, NEW.entity_id) = (OLD.id, OLD.at, OLD.action, OLD.entity, OLD.entity_id)
    AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
DROP TRIGGER "audit_log_append_only" ON "audit_log";
CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OF id, at, action, entity, entity_id, ip, data OR DELETE ON "audit_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
