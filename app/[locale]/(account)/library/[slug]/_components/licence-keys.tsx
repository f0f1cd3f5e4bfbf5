import { useTranslations } from "next-intl";
import { CopyButton } from "@/app/_components/copy-button";

/** The keys that came with the game; nothing where it needs none. */
export function LicenceKeys({ keys }: { keys: readonly string[] }) {
  const t = useTranslations("library.keys");
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="keys-title" className="grid gap-3">
      <h2 id="keys-title" className="font-bold text-section">
        {t("title", { count: keys.length })}
      </h2>
      <ul className="grid gap-2">
        {keys.map((code) => (
          <li
            key={code}
            className="flex items-center justify-between gap-2 rounded-lg border border-line border-dashed bg-surface py-1.5 pr-1.5 pl-4"
          >
            <code className="min-w-0 break-all font-mono text-sm">{code}</code>
            <CopyButton text={code} label={t("copy", { code })} />
          </li>
        ))}
      </ul>
      <p className="text-muted text-xs">{t("text")}</p>
    </section>
  );
}
