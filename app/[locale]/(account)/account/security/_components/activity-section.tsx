import { getFormatter, getNow, getTranslations } from "next-intl/server";
import type { Activity, SecurityEvent } from "@/lib/shared/account";
import { Section } from "../../_components/section";

type NameOf<Event> = Event extends `account.${infer Name}` ? Name : never;

const PROVIDERS: Record<string, string> = { google: "Google", github: "GitHub" };

/** What happened to the safety of the account lately. */
export async function ActivitySection({ activity }: { activity: Activity[] }) {
  const [t, format, now] = await Promise.all([getTranslations("account.activity"), getFormatter(), getNow()]);
  return (
    <Section title={t("title")} text={t("text")}>
      <ol className="grid divide-y divide-line text-sm">
        {activity.map(({ id, event, at, ip, browser, system, provider }) => {
          const name = event.replace("account.", "") as NameOf<SecurityEvent>;
          const from = [browser, system, ip].filter(Boolean).join(" · ");
          return (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5">
              <span className="font-medium">{t(`events.${name}`, { provider: PROVIDERS[provider ?? ""] ?? "" })}</span>
              <time
                dateTime={at}
                title={`${format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })} UTC`}
                className="text-muted"
              >
                {format.relativeTime(new Date(at), now)}
              </time>
              {from && <span className="w-full text-muted text-xs">{from}</span>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
