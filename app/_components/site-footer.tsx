import Link from "next/link";
import { Logo } from "./logo";

const columns = [
  {
    title: "Shop",
    links: [
      { href: "/games", label: "All games" },
      { href: "/games?sort=newest", label: "New releases" },
      { href: "/games?sort=discount", label: "Deals" },
      { href: "/games?sort=rating", label: "Best rated" },
    ],
  },
  {
    title: "You",
    links: [
      { href: "/library", label: "Library" },
      { href: "/orders", label: "Orders" },
      { href: "/cart", label: "Cart" },
    ],
  },
  { title: "Publishers", links: [{ href: "/publisher", label: "Sales and forecasts" }] },
] as const;

export function SiteFooter() {
  return (
    <footer className="mt-20 border-line border-t bg-surface">
      <div className="container-page grid gap-10 py-12 md:grid-cols-[2fr_3fr]">
        <div className="grid content-start gap-3">
          <Logo />
          <p className="max-w-sm text-muted text-sm">
            Games worth your evening. Buy once, keep them in your library, play on every platform they support.
          </p>
        </div>
        <div className="grid grid-cols-2 gap-8 sm:grid-cols-3">
          {columns.map((column) => (
            <nav key={column.title} aria-label={column.title}>
              <h2 className="mb-3 font-semibold text-sm">{column.title}</h2>
              <ul className="grid gap-1">
                {column.links.map((link) => (
                  <li key={link.href}>
                    <Link
                      href={link.href}
                      prefetch={false}
                      className="inline-block py-1 text-muted text-sm hover:text-foreground"
                    >
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </div>
      <p className="container-page border-line border-t py-5 text-muted text-xs">
        Kratos · Prices include tax where it applies.
      </p>
    </footer>
  );
}
