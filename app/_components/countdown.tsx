"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type CountdownProps = {
  /** The moment that is waited for, as ISO text. */
  until: string;
  /** The moment at which the server rendered the page, in milliseconds since 1970: the first text is the same in the browser. */
  now: number;
  /** What comes: the end of an offer, or the release of a game. */
  of: "offer" | "release";
};

/** Time left to a moment, kept up to date: each minute, in the last hour each second. When it is over, the page is loaded anew. */
export function Countdown({ until, now, of }: CountdownProps) {
  const t = useTranslations("common");
  const { span } = useFormats();
  const router = useRouter();
  const [clock, setClock] = useState(now);
  const left = new Date(until).getTime() - clock;
  const isOver = left <= 0;
  const isClose = left < HOUR_MS;
  useEffect(() => {
    if (isOver) return;
    const update = () => setClock(Date.now());
    update();
    const timer = setInterval(update, isClose ? 1000 : MINUTE_MS / 4);
    return () => clearInterval(timer);
  }, [isOver, isClose]);
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);
  if (isOver) return <span>{t(of === "offer" ? "offerOver" : "outNow")}</span>;
  return (
    <time dateTime={until} className="tabular-nums">
      {t(of === "offer" ? "endsIn" : "outIn", { span: span(left) })}
    </time>
  );
}
