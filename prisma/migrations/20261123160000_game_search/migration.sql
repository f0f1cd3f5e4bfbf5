CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Collation C: an index finds the beginnings of words.
-- CreateTable
CREATE TABLE "game_search" (
    "game_id" UUID NOT NULL,
    "ordinal" SERIAL NOT NULL,
    "title_key" TEXT COLLATE "C" NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "game_search_pkey" PRIMARY KEY ("game_id")
);

-- CreateTable
CREATE TABLE "search_words" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_changes" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "game_id" UUID,
    "is_text" BOOLEAN NOT NULL DEFAULT false,
    "logged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "game_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "game_search_ordinal_key" ON "game_search"("ordinal");

-- CreateIndex
CREATE INDEX "game_search_title_key_idx" ON "game_search"("title_key");

-- CreateIndex
CREATE INDEX "game_search_document_idx" ON "game_search" USING GIN ("document");

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words"("word");

-- CreateIndex
CREATE INDEX "search_words_trigram_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "game_changes_xid_idx" ON "game_changes"("xid");

-- CreateIndex
CREATE INDEX "game_changes_logged_at_idx" ON "game_changes"("logged_at");

-- AddForeignKey
ALTER TABLE "game_search" ADD CONSTRAINT "game_search_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words as games are found by: small letters without accents and signs; "Assassin's" is one word, and so is "S.T.A.L.K.E.R.".
CREATE FUNCTION "search_fold"(given text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(regexp_replace(lower(public.unaccent(given)),
    '[''’`´]', '', 'g'),
    '\m([[:alnum:]])\.(?=[[:alnum:]](\.|\M))', '\1', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

-- What each of the games is found by: A its title (with hyphens closed up, too), B publisher and developer, C genres and
-- tags, D its short description. Descriptions are stemmed in both languages of the shop, since nothing says which it is in.
CREATE FUNCTION "search_documents"(ids uuid[]) RETURNS TABLE (game_id uuid, title_key text, document tsvector)
LANGUAGE sql STABLE AS $$
  WITH named AS (
    SELECT l.game_id, string_agg(n.name, ' ') AS names
    FROM (
      SELECT gg.game_id, 'g' || gg.genre_id AS term FROM game_genres gg WHERE gg.game_id = ANY (ids)
      UNION ALL SELECT gt.game_id, 't' || gt.tag_id FROM game_tags gt WHERE gt.game_id = ANY (ids)
    ) l
    JOIN (SELECT 'g' || id AS term, search_fold(name) AS name FROM genres
          UNION ALL SELECT 't' || id, search_fold(name) FROM tags) n ON n.term = l.term
    GROUP BY l.game_id
  ), folded AS (
    SELECT g.id, search_fold(g.title) AS title, search_fold(regexp_replace(g.title, '[-‐–]', '', 'g')) AS closed,
      search_fold(p.name || ' ' || g.developer) AS makers, coalesce(named.names, '') AS names,
      search_fold(g.short_description) AS pitch
    FROM games g JOIN publishers p ON p.id = g.publisher_id LEFT JOIN named ON named.game_id = g.id
    WHERE g.id = ANY (ids)
  )
  SELECT id, left(title, 200),
    setweight(to_tsvector('simple', CASE WHEN closed = title THEN title ELSE title || ' ' || closed END), 'A')
    || setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('simple', makers), 'B')
    || setweight(to_tsvector('simple', names), 'C') || setweight(to_tsvector('english', names), 'C')
    || setweight(to_tsvector('english', pitch), 'D') || setweight(to_tsvector('spanish', pitch), 'D')
  FROM folded
$$;

-- Brings what these games are found by up to date. Locks their rows first and reads after that, by a newer snapshot: of
-- two who change one game at once, the second sees what the first wrote.
CREATE FUNCTION "refresh_game_search"(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO game_search (game_id, title_key, document)
  SELECT g.id, '', ''::tsvector FROM games g WHERE g.id = ANY (ids)
    AND NOT EXISTS (SELECT FROM game_search s WHERE s.game_id = g.id)
  ON CONFLICT DO NOTHING;
  PERFORM FROM game_search WHERE game_id = ANY (ids) ORDER BY game_id FOR UPDATE;
  WITH renewed AS (
    UPDATE game_search s SET title_key = d.title_key, document = d.document
    FROM search_documents(ids) d
    WHERE d.game_id = s.game_id AND (s.title_key, s.document) IS DISTINCT FROM (d.title_key, d.document)
    RETURNING s.game_id
  )
  INSERT INTO game_changes (game_id, is_text)
  SELECT CASE WHEN n.count > 2000 THEN NULL ELSE r.game_id END, true
  FROM (SELECT count(*) AS count FROM renewed) n JOIN LATERAL (
    SELECT game_id FROM renewed LIMIT CASE WHEN n.count > 2000 THEN 1 END
  ) r ON true;
  -- Words that slips are corrected to. No constraint keeps one from standing there twice, on purpose: two who write the
  -- same new word would wait for each other, and might deadlock.
  INSERT INTO search_words (word)
  SELECT DISTINCT w.word
  FROM games g JOIN publishers p ON p.id = g.publisher_id,
    unnest(string_to_array(search_fold(g.title || ' ' || p.name || ' ' || g.developer), ' ')) AS w(word)
  WHERE g.id = ANY (ids) AND length(w.word) BETWEEN 3 AND 40
    AND NOT EXISTS (SELECT FROM search_words known WHERE known.word = w.word);
END $$;

-- A bulk load sets kratos.search = 'later' in its transaction and calls refresh_game_search itself, once.
CREATE FUNCTION "search_refreshes_later"() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('kratos.search', true) IS NOT DISTINCT FROM 'later'
$$;

CREATE FUNCTION "game_search_on_games"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF search_refreshes_later() THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    EXECUTE 'SELECT array_agg(id) FROM new_rows' INTO ids;
  ELSE
    EXECUTE 'SELECT array_agg(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (n.title, n.publisher_id, n.developer, n.short_description)
        IS DISTINCT FROM (o.title, o.publisher_id, o.developer, o.short_description)' INTO ids;
  END IF;
  IF ids IS NOT NULL THEN PERFORM refresh_game_search(ids); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "game_search_on_links"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF search_refreshes_later() THEN RETURN NULL; END IF;
  EXECUTE format('SELECT array_agg(DISTINCT game_id) FROM (%s) touched', CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT game_id FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT game_id FROM old_rows'
    ELSE 'SELECT game_id FROM old_rows UNION SELECT game_id FROM new_rows' END) INTO ids;
  IF ids IS NOT NULL THEN PERFORM refresh_game_search(ids); END IF;
  RETURN NULL;
END $$;

-- A genre, a tag or a publisher is called something else now; TG_ARGV names the table and the column that lead to its games.
CREATE FUNCTION "game_search_on_names"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  EXECUTE format('SELECT array_agg(%I) FROM %I WHERE %I = $1.id', TG_ARGV[1], TG_ARGV[0], TG_ARGV[2]) INTO ids USING NEW;
  IF ids IS NOT NULL THEN PERFORM refresh_game_search(ids); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "games_search_insert" AFTER INSERT ON "games"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_games"();
CREATE TRIGGER "games_search_update" AFTER UPDATE ON "games"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_games"();
CREATE TRIGGER "game_genres_search_insert" AFTER INSERT ON "game_genres"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "game_genres_search_update" AFTER UPDATE ON "game_genres"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "game_genres_search_delete" AFTER DELETE ON "game_genres"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "game_tags_search_insert" AFTER INSERT ON "game_tags"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "game_tags_search_update" AFTER UPDATE ON "game_tags"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "game_tags_search_delete" AFTER DELETE ON "game_tags"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "game_search_on_links"();
CREATE TRIGGER "publishers_search_rename" AFTER UPDATE ON "publishers"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION "game_search_on_names"('games', 'id', 'publisher_id');
CREATE TRIGGER "genres_search_rename" AFTER UPDATE ON "genres"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION "game_search_on_names"('game_genres', 'game_id', 'genre_id');
CREATE TRIGGER "tags_search_rename" AFTER UPDATE ON "tags"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION "game_search_on_names"('game_tags', 'game_id', 'tag_id');

-- Each process keeps the catalogue's facts in memory and asks here which games' facts changed since it last asked. Rows
-- are only added, so that nobody waits for anybody; without a game everything changed.
CREATE FUNCTION "log_game_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %1$I AS id FROM new_rows', TG_ARGV[0])
    WHEN 'DELETE' THEN format('SELECT %1$I AS id FROM old_rows', TG_ARGV[0])
    ELSE format('SELECT %1$I AS id FROM old_rows UNION SELECT %1$I FROM new_rows', TG_ARGV[0]) END;
  games int;
BEGIN
  IF TG_ARGV[0] = 'promotion_id' OR TG_TABLE_NAME = 'promotions' THEN
    touched := format('SELECT pg.game_id AS id FROM promotion_games pg WHERE pg.promotion_id IN (SELECT id FROM (%s) p)', touched);
  END IF;
  EXECUTE format('SELECT count(*) FROM (SELECT DISTINCT id FROM (%s) t LIMIT 2001) counted', touched) INTO games;
  IF games > 2000 THEN
    INSERT INTO game_changes (game_id) VALUES (NULL);
  ELSIF games > 0 THEN
    EXECUTE format('INSERT INTO game_changes (game_id) SELECT DISTINCT id FROM (%s) t', touched);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "log_every_game_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO game_changes (game_id) VALUES (NULL);
  RETURN NULL;
END $$;

DO $$
DECLARE
  source record;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('games', 'id'), ('promotions', 'id'), ('promotion_games', 'game_id'), ('game_prices', 'game_id'), ('media', 'game_id'),
    ('game_genres', 'game_id'), ('game_categories', 'game_id'), ('game_tags', 'game_id'), ('game_platforms', 'game_id'),
    ('game_languages', 'game_id'), ('game_accessibility', 'game_id')) AS sources(name, id_column)
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION log_game_changes(%L)', source.name || '_log_insert', source.name, source.id_column);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION log_game_changes(%L)', source.name || '_log_update', source.name, source.id_column);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION log_game_changes(%L)', source.name || '_log_delete', source.name, source.id_column);
    EXECUTE format('ALTER TABLE %1$I ENABLE ALWAYS TRIGGER %2$I, ENABLE ALWAYS TRIGGER %3$I, ENABLE ALWAYS TRIGGER %4$I',
      source.name, source.name || '_log_insert', source.name || '_log_update', source.name || '_log_delete');
  END LOOP;
  FOR source IN SELECT * FROM unnest(ARRAY['publishers', 'genres', 'categories', 'tags', 'platforms', 'languages',
    'accessibility_features']) AS sources(name)
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
      EXECUTE FUNCTION log_every_game_changed()', source.name || '_log_update', source.name);
  END LOOP;
  -- TRUNCATE fires no other trigger.
  EXECUTE 'CREATE TRIGGER games_log_truncate AFTER TRUNCATE ON games
    FOR EACH STATEMENT EXECUTE FUNCTION log_every_game_changed()';
END $$;

-- They fire in bulk loads that skip the checks of references, too.
ALTER TABLE "games" ENABLE ALWAYS TRIGGER "games_search_insert", ENABLE ALWAYS TRIGGER "games_search_update";
ALTER TABLE "game_genres" ENABLE ALWAYS TRIGGER "game_genres_search_insert",
  ENABLE ALWAYS TRIGGER "game_genres_search_update", ENABLE ALWAYS TRIGGER "game_genres_search_delete";
ALTER TABLE "game_tags" ENABLE ALWAYS TRIGGER "game_tags_search_insert",
  ENABLE ALWAYS TRIGGER "game_tags_search_update", ENABLE ALWAYS TRIGGER "game_tags_search_delete";

-- The query for words, each given with what may stand in its place; the last word may be the beginning of one.
CREATE FUNCTION "search_query"(choices jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE
SET client_min_messages = warning AS $$
DECLARE
  built tsquery;
  word_query tsquery;
  choice jsonb;
  word text;
  place int := 0;
BEGIN
  FOR choice IN SELECT * FROM jsonb_array_elements(choices) LOOP
    place := place + 1;
    word_query := NULL;
    FOR word IN SELECT * FROM jsonb_array_elements_text(choice) LOOP
      word_query := coalesce(word_query || to_tsquery('simple', word), to_tsquery('simple', word));
      IF place = jsonb_array_length(choices) AND length(word) > 1 THEN
        word_query := word_query || to_tsquery('simple', word || ':*');
      END IF;
      -- Stems of what was corrected would lead further away.
      IF jsonb_array_length(choice) = 1 THEN
        word_query := word_query || to_tsquery('english', word) || to_tsquery('spanish', word);
      END IF;
    END LOOP;
    built := coalesce(built && word_query, word_query);
  END LOOP;
  RETURN built;
END $$;

-- Letters in order: two words with the same ones differ by where they stand.
CREATE FUNCTION "search_letters"(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(word, '') AS letter
$$;

-- The nearest words in place of one that no game's names hold: at most one slip in a short word, two in a long one. Two
-- letters in each other's place are the commonest slip, and count for less than one.
CREATE FUNCTION "search_corrections"(given text, is_last boolean) RETURNS jsonb LANGUAGE plpgsql STABLE
SET pg_trgm.similarity_threshold = 0.2 AS $$
DECLARE
  slips int := CASE WHEN length(given) < 3 THEN 0 WHEN length(given) < 5 THEN 1 ELSE 2 END;
  found jsonb;
BEGIN
  IF slips = 0 OR length(given) > 40 OR EXISTS (
    SELECT FROM search_words known WHERE CASE WHEN is_last THEN known.word LIKE given || '%' ELSE known.word = given END
  ) THEN RETURN jsonb_build_array(given); END IF;
  SELECT jsonb_agg(nearest.word) INTO found FROM (
    SELECT near.word FROM (
      SELECT DISTINCT known.word, CASE WHEN search_letters(known.word) = search_letters(given) THEN 0.5
        ELSE levenshtein(known.word, given) END AS distance
      FROM search_words known
      WHERE known.word % given AND levenshtein_less_equal(known.word, given, 2) <= 2
    ) near
    WHERE near.distance <= slips ORDER BY near.distance FETCH FIRST ROW WITH TIES
  ) nearest;
  RETURN coalesce(found, jsonb_build_array(given));
END $$;

-- Every game that a text finds, as four bytes an ordinal, and the query that it was found by. Where nothing has all of
-- the words, those that no name holds are corrected; a text of signs only is looked for in the titles as it stands, and
-- so is one in a script without spaces.
CREATE FUNCTION "search_games"(given text, OUT folded text, OUT query tsquery, OUT ordinals bytea)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  words text[];
  choices jsonb;
  pattern text := '%' || replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') || '%';
BEGIN
  folded := search_fold(given);
  words := (string_to_array(folded, ' '))[1:8];
  IF folded <> '' THEN
    query := search_query((SELECT jsonb_agg(jsonb_build_array(word)) FROM unnest(words) AS word));
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals FROM game_search s WHERE s.document @@ query;
  END IF;
  IF ordinals IS NULL AND (folded = '' OR folded ~ '[^\x01-\x7f]') THEN
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals
    FROM games g JOIN game_search s ON s.game_id = g.id WHERE g.title ILIKE pattern;
  END IF;
  IF ordinals IS NULL AND folded <> '' THEN
    SELECT jsonb_agg(search_corrections(word, place = array_length(words, 1)) ORDER BY place) INTO choices
    FROM unnest(words) WITH ORDINALITY AS given_words(word, place);
    query := search_query(choices);
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals FROM game_search s WHERE s.document @@ query;
  END IF;
END $$;

SELECT "refresh_game_search"((SELECT array_agg(id) FROM "games"));
