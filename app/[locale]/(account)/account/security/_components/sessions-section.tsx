import { Laptop, type LucideIcon, MonitorSmartphone, Smartphone, Tablet } from "lucide-react";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import type { SessionRow } from "@/lib/shared/account";
import { Section } from "../../_components/section";
import { EndOthersButton, EndSessionButton } from "./end-session";
import { SessionsPlace } from "./sessions-place";

const ICONS: Record<SessionRow["device"], LucideIcon> = {
  desktop: Laptop,
  phone: Smartphone,
  tablet: Tablet,
  other: MonitorSmartphone,
};

async function SessionItem({ session }: { session: SessionRow }) {
  const { id, isCurrent, browser, system, device, ip, createdAt, lastSeenAt } = session;
  const [t, format, now] = await Promise.all([getTranslations("account.sessions"), getFormatter(), getNow()]);
  const Icon = ICONS[device];
  const name = browser && system ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
  const seen = t("seen", { when: format.relativeTime(new Date(lastSeenAt), now) });
  const since = t("since", { day: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon aria-hidden className="size-5 text-muted" />
      <div className="grid min-w-40 flex-1 gap-0.5">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {isCurrent && <Badge tone="success">{t("current")}</Badge>}
        </span>
        <span className="text-muted text-xs">
          {seen} · {since}
          {ip && ` · ${ip}`}
        </span>
      </div>
      {!isCurrent && <EndSessionButton id={id} device={name} />}
    </li>
  );
}

/** Where one is signed in. */
export async function SessionsSection({ sessions }: { sessions: SessionRow[] }) {
  const t = await getTranslations("account.sessions");
  return (
    <Section title={t("title")} text={t("text")}>
      <SessionsPlace label={t("title")} ids={sessions.map(({ id }) => id)}>
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
          {sessions.map((session) => (
            <SessionItem key={session.id} session={session} />
          ))}
        </ul>
        {sessions.length > 1 && <EndOthersButton />}
      </SessionsPlace>
    </Section>
  );
}
