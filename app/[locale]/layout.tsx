import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/app/_components/providers";
import { SiteFooter } from "@/app/_components/site-footer";
import { SiteHeader } from "@/app/_components/site-header";
import { ClientMessages } from "@/app/_i18n/client-messages";
import "@/app/globals.css";
import { findActor, toSessionView } from "@/lib/server/auth/queries";
import { GUEST_COOKIE } from "@/lib/server/guests/guest-cookie";
import { isLocale } from "@/lib/shared/locale";
import { THEME_COOKIE, toTheme } from "@/lib/shared/theme";

const figtree = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  variable: "--font-figtree",
  weight: "300 900",
});

const spaceGrotesk = localFont({
  src: "../../node_modules/@fontsource/space-grotesk/files/space-grotesk-latin-700-normal.woff2",
  variable: "--font-space-grotesk",
  weight: "700",
});

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("title"), template: t("titleTemplate") }, description: t("description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0a0c11" },
  ],
};

export default async function RootLayout({ params, children }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Reads the cookie, which keeps every page dynamic: only then does Next put the nonce on its scripts.
  const [session, jar, t] = [toSessionView(await findActor()), await cookies(), await getTranslations("shell")];
  const theme = toTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${figtree.variable} ${spaceGrotesk.variable}`}
    >
      <body className="flex min-h-dvh flex-col">
        <ClientMessages>
          <Providers session={session} isKnownShopper={session !== null || jar.has(GUEST_COOKIE)}>
            <a
              href="#main"
              className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
            >
              {t("skip")}
            </a>
            <SiteHeader />
            <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
              {children}
            </main>
            <SiteFooter theme={theme} />
          </Providers>
        </ClientMessages>
      </body>
    </html>
  );
}
