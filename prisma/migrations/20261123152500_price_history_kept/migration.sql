-- What a unit would have cost is a price, too.
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_base_check" CHECK (unit_base_cents >= 0);

-- Every price that a game ever had is kept, whoever changes it: a new or changed list price holds from this UTC day on,
-- unless the history says so already. The last change of a day is the day's price. Bulk loads that skip the checks of
-- references bring their own history.
CREATE FUNCTION "keep_price_history"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  INSERT INTO price_history (game_id, currency, valid_from, price_cents)
  SELECT changed.game_id, changed.currency, today, changed.price_cents
  FROM new_rows changed
  WHERE changed.price_cents IS DISTINCT FROM (
    SELECT p.price_cents FROM price_history p
    WHERE p.game_id = changed.game_id AND p.currency = changed.currency AND p.valid_from <= today
    ORDER BY p.valid_from DESC LIMIT 1
  )
  ON CONFLICT (game_id, currency, valid_from) DO UPDATE SET price_cents = excluded.price_cents;
  RETURN NULL;
END $$;

CREATE TRIGGER "game_prices_keep_insert" AFTER INSERT ON "game_prices"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "keep_price_history"();
CREATE TRIGGER "game_prices_keep_update" AFTER UPDATE ON "game_prices"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "keep_price_history"();

-- Prices from before the trigger that nobody wrote down hold from the release on, or from today where that is to come.
INSERT INTO "price_history" (game_id, currency, valid_from, price_cents)
SELECT p.game_id, p.currency, least(g.release_date, (now() AT TIME ZONE 'UTC')::date), p.price_cents
FROM "game_prices" p JOIN "games" g ON g.id = p.game_id
WHERE NOT EXISTS (SELECT FROM "price_history" h WHERE h.game_id = p.game_id AND h.currency = p.currency);
