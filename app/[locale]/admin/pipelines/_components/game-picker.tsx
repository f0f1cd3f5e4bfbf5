"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { GameHit } from "@/lib/client/features/pipelines/api";
import { selectGameHits } from "@/lib/client/features/pipelines/selectors";
import { searchGamesRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";

/** A search begins when nobody has typed for so long. */
const TYPING_MS = 200;

type GamePickerProps = { chosen: readonly GameHit[]; onChange: (games: GameHit[]) => void; error?: string };

function Chosen({ chosen, onChange }: Omit<GamePickerProps, "error">) {
  const t = useTranslations("pipelines");
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("games.chosen")} className="flex flex-wrap gap-2">
      {chosen.map((game) => (
        <li key={game.slug}>
          <button
            type="button"
            onClick={() => onChange(chosen.filter(({ slug }) => slug !== game.slug))}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-raised px-3 text-sm hover:border-muted"
          >
            <span>
              {t.rich("games.leaveOut", { title: game.title, sr: (text) => <span className="sr-only">{text}</span> })}
            </span>
            <X aria-hidden className="size-3.5 text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Searches while somebody types; what was found for the last text goes with the list. */
function useHits(text: string): GameHit[] {
  const dispatch = useAppDispatch();
  const hits = useAppSelector(selectGameHits);
  useEffect(() => {
    const q = text.trim();
    const timer = setTimeout(
      () => dispatch(q ? searchGamesRequest.requested(q) : searchGamesRequest.cancelled()),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [dispatch, text]);
  useEffect(() => {
    return () => {
      dispatch(searchGamesRequest.cancelled());
    };
  }, [dispatch]);
  return text.trim() ? hits : [];
}

/** Picks games by their titles: arrows and Enter choose from what is found, Escape closes it. */
export function GamePicker({ chosen, onChange, error }: GamePickerProps) {
  const t = useTranslations("pipelines");
  const listId = useId();
  const [text, setText] = useState("");
  const [marked, setMarked] = useState(0);
  const hits = useHits(text).filter(({ slug }) => !chosen.some((game) => game.slug === slug));
  const current = hits[Math.min(marked, hits.length - 1)];

  const pick = (game: GameHit) => {
    onChange([...chosen, game]);
    setText("");
    setMarked(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) setMarked((marked + step + hits.length) % hits.length);
    else if (event.key === "Enter" && text.trim()) {
      if (current) pick(current);
    } else if (event.key === "Escape" && text) setText("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="grid gap-2">
      <Field label={t("games.only")} hint={t("games.onlyHint")} {...(error ? { error } : {})}>
        <Input
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${listId}-${current.slug}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={t("games.found")}
        hidden={hits.length === 0}
        className="grid rounded-lg border border-line bg-background p-1"
      >
        {hits.map((game) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the focus and the keys
          <div
            key={game.slug}
            id={`${listId}-${game.slug}`}
            role="option"
            tabIndex={-1}
            aria-selected={game === current}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(game)}
            className="cursor-pointer rounded-md px-3 py-2 text-sm hover:bg-raised aria-selected:bg-raised"
          >
            {game.title}
          </div>
        ))}
      </div>
      <Chosen chosen={chosen} onChange={onChange} />
    </div>
  );
}
