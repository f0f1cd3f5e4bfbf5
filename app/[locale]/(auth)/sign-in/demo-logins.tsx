"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { useHydrated } from "@/lib/client/use-hydrated";
import { DEMO_LOGINS, type DemoLogin } from "@/lib/shared/demo-logins";

/** The accounts of the demo world: one click fills the form. */
export function DemoLogins({ onPick }: { onPick: (login: DemoLogin) => void }) {
  const t = useTranslations("auth.signIn.demo");
  const isHydrated = useHydrated();
  return (
    <section aria-labelledby="demo-logins" className="grid gap-3 rounded-lg border border-line border-dashed p-4">
      <div className="grid gap-1">
        <h2 id="demo-logins" className="font-semibold text-sm">
          {t("title")}
        </h2>
        <p className="text-muted text-xs">{t("text")}</p>
      </div>
      <ul className="grid grid-cols-2 gap-2">
        {DEMO_LOGINS.map((login) => (
          <li key={login.role}>
            <Button
              variant="secondary"
              size="sm"
              className="w-full"
              disabled={!isHydrated}
              onClick={() => onPick(login)}
            >
              {t(login.role)}
              <span className="sr-only"> {t("hidden")}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
