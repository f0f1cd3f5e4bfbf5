import { ShieldAlert } from "lucide-react";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { controlClass } from "@/app/_components/ui/control";
import { Link } from "@/app/_i18n/navigation";
import { PATH_HEADER } from "@/lib/server/http/security-headers";
import type { AgeGate } from "@/lib/shared/age-gate";
import type { GameDetail } from "@/lib/shared/game-detail";

const FIELDS = [
  { name: "day", autoComplete: "bday-day", maxLength: 2, className: "w-20" },
  { name: "month", autoComplete: "bday-month", maxLength: 2, className: "w-20" },
  { name: "year", autoComplete: "bday-year", maxLength: 4, className: "w-28" },
] as const;

type FormProps = { returnTo: string; hasError: boolean };

/** A plain form: the browser sends it, with scripts or without. */
async function BirthDateForm({ returnTo, hasError }: FormProps) {
  const t = await getTranslations("game.age");
  return (
    <form method="post" action="/api/age" className="grid justify-items-center gap-5">
      <input type="hidden" name="returnTo" value={returnTo} />
      {hasError && (
        <Alert tone="danger" className="text-left">
          <span id="age-error">{t("invalid")}</span>
        </Alert>
      )}
      <fieldset className="grid gap-2" aria-describedby={hasError ? "age-error age-hint" : "age-hint"}>
        <legend className="mb-2 w-full text-center font-semibold">{t("birthday")}</legend>
        <div className="flex justify-center gap-3">
          {FIELDS.map(({ name, className, ...field }) => (
            <label key={name} className="grid gap-1.5 text-left text-muted text-sm">
              {t(name)}
              <input
                {...field}
                name={name}
                required
                inputMode="numeric"
                pattern="[0-9]*"
                aria-invalid={hasError || undefined}
                className={`${controlClass} h-12 text-center text-base tabular-nums ${className}`}
              />
            </label>
          ))}
        </div>
        <p id="age-hint" className="text-center text-muted text-xs">
          {t("hint")}
        </p>
      </fieldset>
      <Button type="submit" size="lg">
        {t("submit")}
      </Button>
    </form>
  );
}

type AgeGateScreenProps = { game: Pick<GameDetail, "title" | "minimumAge">; gate: AgeGate; hasError: boolean };

/** Stands in for the page of a game for adults until its visitor has said how old they are. */
export async function AgeGateScreen({ game, gate, hasError }: AgeGateScreenProps) {
  const t = await getTranslations("game.age");
  const returnTo = (await headers()).get(PATH_HEADER) ?? "/";
  const isRefused = gate === "refused";
  return (
    <div className="container-page grid grow place-items-center py-16">
      <div className="grid max-w-lg justify-items-center gap-6 text-center">
        <ShieldAlert aria-hidden className="size-12 text-primary" />
        <div className="grid gap-3">
          <p className="font-semibold text-muted text-sm">{t("rating", { age: game.minimumAge })}</p>
          <h1 className="font-bold text-title">{game.title}</h1>
          <p className="text-pretty text-muted">{t(isRefused ? "tooYoung" : "text", { age: game.minimumAge })}</p>
        </div>
        {isRefused ? null : <BirthDateForm returnTo={returnTo} hasError={hasError} />}
        <Button asChild variant={isRefused ? "primary" : "ghost"}>
          <Link href="/games">{t("leave")}</Link>
        </Button>
      </div>
    </div>
  );
}
