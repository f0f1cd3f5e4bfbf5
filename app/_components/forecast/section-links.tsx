import { useTranslations } from "next-intl";

/** Ways to the parts of a long page. */
export function SectionLinks({ hasKeys }: { hasKeys: boolean }) {
  const t = useTranslations("forecast");
  const parts = [
    { href: "#forecast", text: t("parts.forecast") },
    { href: "#why", text: t("parts.why") },
    { href: "#accuracy", text: t("parts.accuracy") },
    { href: "#what-if", text: t("parts.whatIf") },
    ...(hasKeys ? [{ href: "#keys", text: t("parts.keys") }] : []),
  ];
  return (
    <nav aria-label={t("parts.label")}>
      <ul className="scrollbar-none -mx-1 flex gap-2 overflow-x-auto px-1 py-1">
        {parts.map(({ href, text }) => (
          <li key={href} className="shrink-0">
            <a
              href={href}
              className="block rounded-full border border-line px-3.5 py-1.5 font-medium text-muted text-sm transition-colors hover:border-muted hover:text-foreground"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
