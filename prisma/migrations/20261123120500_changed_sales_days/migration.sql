-- CreateTable
CREATE TABLE "changed_sales_days" (
    "id" BIGSERIAL NOT NULL,
    "game_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "error" TEXT,

    CONSTRAINT "changed_sales_days_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "changed_sales_days_error_idx" ON "changed_sales_days" (game_id) WHERE error IS NOT NULL;

-- The triggers write each (game, UTC day) whose sums may have changed, in the transaction of the change. Statements are
-- planned anew each time (EXECUTE): a bulk load and a single order need other plans. They fire in bulk loads that skip
-- the checks of references, too (ENABLE ALWAYS).

-- A sale counts on the day of its payment. New orders have no items yet: those are logged when they come.
CREATE FUNCTION "log_changed_orders"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $sql$
    INSERT INTO changed_sales_days (game_id, day)
    SELECT DISTINCT i.game_id, (moved.paid_at AT TIME ZONE 'UTC')::date
    FROM (
      SELECT new_rows.id, unnest(ARRAY[old_rows.paid_at, new_rows.paid_at]) AS paid_at
      FROM old_rows JOIN new_rows ON new_rows.id = old_rows.id
      WHERE old_rows.paid_at IS DISTINCT FROM new_rows.paid_at
    ) moved
    JOIN order_items i ON i.order_id = moved.id
    WHERE moved.paid_at IS NOT NULL
  $sql$;
  RETURN NULL;
END $$;

CREATE TRIGGER "orders_log_update" AFTER UPDATE ON "orders"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_orders"();

-- Before, since the items go with the order and nobody could tell their day any more.
CREATE FUNCTION "log_deleted_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.paid_at IS NOT NULL THEN
    INSERT INTO changed_sales_days (game_id, day)
    SELECT DISTINCT i.game_id, (OLD.paid_at AT TIME ZONE 'UTC')::date FROM order_items i WHERE i.order_id = OLD.id;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "orders_log_delete" BEFORE DELETE ON "orders"
  FOR EACH ROW EXECUTE FUNCTION "log_deleted_order"();

-- What goes back on a whole order is shared out among its items, so an item's change may move every refund of its order.
CREATE FUNCTION "log_changed_items"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE TG_OP
    WHEN 'INSERT' THEN '(SELECT order_id, game_id FROM new_rows)'
    WHEN 'DELETE' THEN '(SELECT order_id, game_id FROM old_rows)'
    ELSE '(SELECT order_id, game_id FROM old_rows UNION SELECT order_id, game_id FROM new_rows)' END;
BEGIN
  EXECUTE format($sql$
    INSERT INTO changed_sales_days (game_id, day)
    SELECT c.game_id, (o.paid_at AT TIME ZONE 'UTC')::date
    FROM %1$s c JOIN orders o ON o.id = c.order_id WHERE o.paid_at IS NOT NULL
    UNION
    SELECT c.game_id, (r.created_at AT TIME ZONE 'UTC')::date FROM %1$s c JOIN refunds r ON r.order_id = c.order_id
    UNION
    SELECT i.game_id, (r.created_at AT TIME ZONE 'UTC')::date
    FROM (SELECT DISTINCT order_id FROM %1$s c) touched
    JOIN refunds r ON r.order_id = touched.order_id
    JOIN order_items i ON i.order_id = touched.order_id
  $sql$, changed);
  RETURN NULL;
END $$;

CREATE TRIGGER "order_items_log_insert" AFTER INSERT ON "order_items"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_items"();
CREATE TRIGGER "order_items_log_update" AFTER UPDATE ON "order_items"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_items"();
CREATE TRIGGER "order_items_log_delete" AFTER DELETE ON "order_items"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_items"();

-- Units return on the day of an item's last cent, so one refund may move what the others of its order count for.
CREATE FUNCTION "log_changed_refunds"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE TG_OP
    WHEN 'INSERT' THEN '(SELECT order_id, created_at FROM new_rows)'
    WHEN 'DELETE' THEN '(SELECT order_id, created_at FROM old_rows)'
    ELSE '(SELECT order_id, created_at FROM old_rows UNION SELECT order_id, created_at FROM new_rows)' END;
BEGIN
  EXECUTE format($sql$
    INSERT INTO changed_sales_days (game_id, day)
    SELECT DISTINCT i.game_id, (back.created_at AT TIME ZONE 'UTC')::date
    FROM (
      SELECT c.order_id, c.created_at FROM %1$s c
      UNION
      SELECT r.order_id, r.created_at FROM refunds r WHERE r.order_id IN (SELECT c.order_id FROM %1$s c)
    ) back
    JOIN order_items i ON i.order_id = back.order_id
  $sql$, changed);
  RETURN NULL;
END $$;

CREATE TRIGGER "refunds_log_insert" AFTER INSERT ON "refunds"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_refunds"();
CREATE TRIGGER "refunds_log_update" AFTER UPDATE ON "refunds"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_refunds"();
CREATE TRIGGER "refunds_log_delete" AFTER DELETE ON "refunds"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "log_changed_refunds"();

ALTER TABLE "orders" ENABLE ALWAYS TRIGGER "orders_log_update", ENABLE ALWAYS TRIGGER "orders_log_delete";
ALTER TABLE "order_items" ENABLE ALWAYS TRIGGER "order_items_log_insert",
  ENABLE ALWAYS TRIGGER "order_items_log_update", ENABLE ALWAYS TRIGGER "order_items_log_delete";
ALTER TABLE "refunds" ENABLE ALWAYS TRIGGER "refunds_log_insert",
  ENABLE ALWAYS TRIGGER "refunds_log_update", ENABLE ALWAYS TRIGGER "refunds_log_delete";

-- Nobody wrote down what changed before the triggers were there: the next run looks at every day.
INSERT INTO "changed_sales_days" (game_id, day)
SELECT i.game_id, (o.paid_at AT TIME ZONE 'UTC')::date FROM "orders" o JOIN "order_items" i ON i.order_id = o.id
WHERE o.paid_at IS NOT NULL
UNION
SELECT i.game_id, (r.created_at AT TIME ZONE 'UTC')::date FROM "refunds" r JOIN "order_items" i ON i.order_id = r.order_id
UNION
SELECT game_id, day FROM "daily_sales";
