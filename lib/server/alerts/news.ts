import { summarise } from "./rules";

/** What is told of an alert: that it was raised, or that it is over. */
export type News = {
  alertId: string;
  state: "raised" | "recovered";
  key: string;
  message: string;
  raisedAt: Date;
  recoveredAt: Date | null;
};

/** Names the news; the same each time it is sent. */
export function toNewsId({ alertId, state }: News): string {
  return `kratos-alert-${alertId}-${state}`;
}

/** The news as a mail; `storeUrl` is where the operators' pages are. */
export function toMail(news: News, storeUrl: string | undefined): { subject: string; text: string } {
  const isRaised = news.state === "raised";
  const lines = [
    isRaised ? `${news.message}.` : `Over since ${news.recoveredAt?.toISOString()}: ${news.message}.`,
    "",
    `Raised at ${news.raisedAt.toISOString()} as ${news.key}.`,
  ];
  if (storeUrl) lines.push(new URL("/admin/pipelines", storeUrl).href);
  return { subject: `[Kratos] ${isRaised ? "" : "Recovered: "}${summarise(news.key)}`, text: `${lines.join("\n")}\n` };
}

/** The news as the JSON that goes to a web address. */
export function toPayload(news: News, storeUrl: string | undefined): string {
  return JSON.stringify({
    id: toNewsId(news),
    state: news.state,
    key: news.key,
    summary: summarise(news.key),
    message: news.message,
    raisedAt: news.raisedAt.toISOString(),
    recoveredAt: news.recoveredAt?.toISOString() ?? null,
    store: storeUrl ?? null,
  });
}
