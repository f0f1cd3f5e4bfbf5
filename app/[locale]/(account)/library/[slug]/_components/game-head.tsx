import type { ReactNode } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import type { OwnedGame } from "@/lib/shared/library";

type GameHeadProps = {
  game: Pick<OwnedGame, "title" | "developer" | "cover" | "hero">;
  text: string;
  /** Where to go from here. */
  children: ReactNode;
};

/** The game on its own picture. */
export function GameHead({ game, text, children }: GameHeadProps) {
  const { title, developer, cover, hero } = game;
  return (
    <header className="grid gap-6 sm:grid-cols-[11rem_minmax(0,1fr)] sm:items-end sm:gap-8">
      {hero && (
        <div className="picture-edge relative col-span-full aspect-[21/9] overflow-hidden rounded-stage bg-raised lg:aspect-[4/1]">
          <CoverArt picture={hero} title={title} sizes="100vw" isEager isFirst isDecorative />
        </div>
      )}
      <div className="picture-edge relative aspect-[3/4] w-32 overflow-hidden rounded-card bg-raised shadow-cover max-sm:hidden sm:-mt-28 sm:ml-6 sm:w-40">
        <CoverArt picture={cover} title={title} sizes="11rem" isEager isDecorative />
      </div>
      <div className="grid gap-4">
        <div className="grid gap-1">
          <h1 className="font-bold text-title">{title}</h1>
          <p className="text-muted">
            {developer} · {text}
          </p>
        </div>
        {children}
      </div>
    </header>
  );
}
