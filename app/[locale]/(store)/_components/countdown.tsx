"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormats } from "@/app/_i18n/use-formats";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A span of less than a day as a clock, such as `05:09:33`. */
export function toClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

type CountdownProps = {
  /** ISO moment at which it is over. */
  endsAt: string;
  /** The moment of the server's markup, from which the browser goes on. */
  nowMs: number;
};

/** How long an offer still holds: in days, and in the last one to the second. */
export function Countdown({ endsAt, nowMs }: CountdownProps) {
  const t = useTranslations("home");
  const { age } = useFormats();
  const [now, setNow] = useState(nowMs);
  const left = new Date(endsAt).getTime() - now;
  const isLastDay = left < DAY_MS;
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, isLastDay ? 1000 : 60_000);
    return () => clearInterval(timer);
  }, [isLastDay]);
  if (left <= 0) return <p className="text-muted text-xs">{t("ended")}</p>;
  return (
    <p className="inline-flex items-center gap-1.5 text-muted text-xs tabular-nums">
      <Clock aria-hidden className="size-3.5" />
      <time dateTime={endsAt}>{t("endsIn", { span: isLastDay ? toClock(left) : age(left) })}</time>
    </p>
  );
}
