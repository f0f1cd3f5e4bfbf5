DROP FUNCTION "search_query"(jsonb);

-- The query for words, each given with what may stand in its place; the last word may be the beginning of one.
CREATE FUNCTION "search_query"(choices jsonb, has_stems boolean) RETURNS tsquery LANGUAGE plpgsql STABLE
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
      -- Only descriptions hold Spanish stems: "witcher" has that of "witch".
      IF has_stems THEN
        word_query := word_query || to_tsquery('english', word) || to_tsquery('spanish', word || ':D');
      END IF;
    END LOOP;
    built := coalesce(built && word_query, word_query);
  END LOOP;
  RETURN built;
END $$;

-- Every game that a text finds, as four bytes an ordinal, and the query that it was found by. Where nothing has all of
-- the words, those that no name holds are corrected; a text of signs only is looked for in the titles as it stands, and
-- so is one in a script without spaces.
CREATE OR REPLACE FUNCTION "search_games"(given text, OUT folded text, OUT query tsquery, OUT ordinals bytea)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  words text[];
  choices jsonb;
  pattern text := '%' || replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') || '%';
BEGIN
  folded := search_fold(given);
  words := (string_to_array(folded, ' '))[1:8];
  IF folded <> '' THEN
    query := search_query((SELECT jsonb_agg(jsonb_build_array(word)) FROM unnest(words) AS word), true);
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals FROM game_search s WHERE s.document @@ query;
  END IF;
  IF ordinals IS NULL AND (folded = '' OR folded ~ '[^\x01-\x7f]') THEN
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals
    FROM games g JOIN game_search s ON s.game_id = g.id WHERE g.title ILIKE pattern;
  END IF;
  IF ordinals IS NULL AND folded <> '' THEN
    SELECT jsonb_agg(search_corrections(word, place = array_length(words, 1)) ORDER BY place) INTO choices
    FROM unnest(words) WITH ORDINALITY AS given_words(word, place);
    -- Stems of what was corrected would lead further away.
    query := search_query(choices, false);
    SELECT string_agg(int4send(s.ordinal), '') INTO ordinals FROM game_search s WHERE s.document @@ query;
  END IF;
END $$;
