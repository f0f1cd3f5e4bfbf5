import { getLocale, getTranslations } from "next-intl/server";
import { toCurrencyNames } from "@/app/_i18n/currency-names";
import { Link } from "@/app/_i18n/navigation";
import { findPageCurrency } from "@/lib/server/currency/queries";
import type { Theme } from "@/lib/shared/theme";
import { CurrencySwitcher } from "./currency-switcher";
import { LanguageSwitcher } from "./language-switcher";
import { Logo } from "./logo";
import { ThemeSwitcher } from "./theme-switcher";

const columns = [
  {
    title: "shop",
    links: [
      { href: "/games", text: "allGames" },
      { href: "/games?sort=newest", text: "newReleases" },
      { href: "/games?sort=discount", text: "deals" },
      { href: "/bundles", text: "bundles" },
      { href: "/games?sort=rating", text: "bestRated" },
      { href: "/tags", text: "tags" },
      { href: "/publishers", text: "allPublishers" },
    ],
  },
  {
    title: "you",
    links: [
      { href: "/library", text: "library" },
      { href: "/wishlist", text: "wishlist" },
      { href: "/orders", text: "orders" },
      { href: "/cart", text: "cart" },
    ],
  },
  { title: "publishers", links: [{ href: "/publisher", text: "salesAndForecasts" }] },
] as const;

export async function SiteFooter({ theme }: { theme: Theme }) {
  const t = await getTranslations("shell.footer");
  return (
    <footer className="mt-20 border-line border-t bg-surface">
      <div className="container-page grid gap-10 py-12 md:grid-cols-[2fr_3fr]">
        <div className="grid content-start gap-3">
          <Logo />
          <p className="max-w-sm text-muted text-sm">{t("about")}</p>
        </div>
        <div className="grid grid-cols-2 gap-8 sm:grid-cols-3">
          {columns.map((column) => (
            <nav key={column.title} aria-label={t(column.title)}>
              <h2 className="mb-3 font-semibold text-sm">{t(column.title)}</h2>
              <ul className="grid gap-1">
                {column.links.map((link) => (
                  <li key={link.href}>
                    <Link href={link.href} className="inline-block py-1 text-muted text-sm hover:text-foreground">
                      {t(link.text)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </div>
      <div className="border-line border-t">
        <div className="container-page flex flex-wrap items-center justify-between gap-x-6 gap-y-4 py-5">
          <p className="text-muted text-xs">{t("taxes")}</p>
          <section aria-label={t("preferences")} className="flex flex-wrap items-center gap-3">
            <LanguageSwitcher />
            <CurrencySwitcher
              currency={await findPageCurrency()}
              names={toCurrencyNames(await getLocale())}
              className="w-52 [&>select]:rounded-full"
            />
            <ThemeSwitcher theme={theme} />
          </section>
        </div>
      </div>
    </footer>
  );
}
