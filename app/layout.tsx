import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { findActor, toSessionView } from "@/lib/server/auth/queries";
import { Providers } from "./_components/providers";
import { SiteFooter } from "./_components/site-footer";
import { SiteHeader } from "./_components/site-header";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
});

const spaceGrotesk = localFont({
  src: "../node_modules/@fontsource-variable/space-grotesk/files/space-grotesk-latin-wght-normal.woff2",
  variable: "--font-space-grotesk",
  weight: "300 700",
});

export const metadata: Metadata = {
  title: { default: "Kratos · Games worth your evening", template: "%s · Kratos" },
  description: "A store for digital games: new releases, deals and the games everybody plays.",
};

export const viewport: Viewport = { themeColor: "#0a0c11", colorScheme: "dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reads the cookie, which keeps every page dynamic: only then does Next put the nonce on its scripts.
  const session = toSessionView(await findActor());
  return (
    <html lang="en" className={`${inter.variable} ${spaceGrotesk.variable}`}>
      <body className="flex min-h-dvh flex-col">
        <Providers session={session}>
          <a
            href="#main"
            className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
          >
            Skip to the content
          </a>
          <SiteHeader />
          <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
            {children}
          </main>
          <SiteFooter />
        </Providers>
      </body>
    </html>
  );
}
