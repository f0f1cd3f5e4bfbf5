"use client";

import { Button } from "@/app/_components/ui/button";
import { useHydrated } from "@/lib/client/use-hydrated";
import { DEMO_LOGINS, type DemoLogin } from "@/lib/shared/demo-logins";

const ROLE_NAMES: Record<DemoLogin["role"], string> = {
  shopper: "Shopper",
  publisher: "Publisher",
  staff: "Staff",
  admin: "Admin",
};

/** The accounts of the demo world: one click fills the form. */
export function DemoLogins({ onPick }: { onPick: (login: DemoLogin) => void }) {
  const isHydrated = useHydrated();
  return (
    <section aria-labelledby="demo-logins" className="grid gap-3 rounded-lg border border-line border-dashed p-4">
      <div className="grid gap-1">
        <h2 id="demo-logins" className="font-semibold text-sm">
          This is the demo
        </h2>
        <p className="text-muted text-xs">Pick who you want to be, then sign in.</p>
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
              {ROLE_NAMES[login.role]}
              <span className="sr-only"> demo login</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
