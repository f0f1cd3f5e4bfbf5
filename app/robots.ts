import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { toSiteUrl } from "@/lib/server/site-url";
import { LOCALES, localizePath } from "@/lib/shared/locale";

/** Pages of one person, and of staff: there is nothing on them for a search engine. */
const PRIVATE_PATHS = [
  "/account",
  "/admin",
  "/cart",
  "/checkout",
  "/library",
  "/orders",
  "/publisher$",
  "/publisher/",
  "/register",
  "/sign-in",
  "/wishlist",
];

/** What robots leave alone. Search results say by themselves that they are not to be listed. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  // The shop's address is known where it runs, not where it is built.
  await connection();
  const ofPeople = LOCALES.flatMap((locale) => PRIVATE_PATHS.map((path) => localizePath(path, locale)));
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/*?*cursor=", ...ofPeople] },
    sitemap: toSiteUrl("/sitemap.xml"),
  };
}
