import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { loadMessages } from "@/lib/server/i18n/messages";
import { localizePath, toAcceptedLocale } from "@/lib/shared/locale";

/** How the shop is put on a home screen, in the language of the browser that asks. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = toAcceptedLocale((await headers()).get("accept-language"));
  const { shell } = await loadMessages(locale);
  return {
    id: "/",
    name: "Kratos",
    short_name: "Kratos",
    description: shell.description,
    lang: locale,
    start_url: localizePath("/", locale),
    display: "standalone",
    background_color: "#0a0c11",
    theme_color: "#0a0c11",
    categories: ["games", "shopping"],
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
