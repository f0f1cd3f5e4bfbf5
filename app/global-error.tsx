"use client";

import { Button } from "./_components/ui/button";
import "./globals.css";
import { DEFAULT_LOCALE, localizePath, splitLocale } from "@/lib/shared/locale";
import en from "@/lib/shared/messages/en/system.json";
import es from "@/lib/shared/messages/es/system.json";

const texts = { en: en.failed, es: es.failed };

/** Stands in for the whole document where the layout itself failed, and with it all that knows the language. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const locale = typeof window === "undefined" ? DEFAULT_LOCALE : splitLocale(window.location.pathname).locale;
  const text = texts[locale];
  return (
    <html lang={locale} suppressHydrationWarning>
      <body
        className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center"
        suppressHydrationWarning
      >
        <title>{text.title}</title>
        <h1 className="text-balance font-bold text-3xl">{text.heading}</h1>
        <p className="max-w-md text-muted">{text.text}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <Button onClick={retry}>{text.retry}</Button>
          <Button asChild variant="secondary">
            <a href={localizePath("/", locale)}>{text.home}</a>
          </Button>
        </div>
      </body>
    </html>
  );
}
