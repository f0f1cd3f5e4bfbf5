import type { Graph } from "schema-dts";
import { toSiteUrl } from "@/lib/server/site-url";
import { type Locale, localizePath } from "@/lib/shared/locale";

/** The shop as an organisation, and its site with the address that searches it: facts for the landing page. */
export function toSiteFacts(locale: Locale, description: string): Graph {
  const home = toSiteUrl("/");
  const organization = { "@id": `${home}#organization` };
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Organization",
        ...organization,
        name: "Kratos",
        url: home,
        logo: toSiteUrl("/icon-512.png"),
      },
      {
        "@type": "WebSite",
        "@id": `${home}#website`,
        name: "Kratos",
        description,
        url: toSiteUrl(localizePath("/", locale)),
        inLanguage: locale,
        publisher: organization,
        potentialAction: {
          "@type": "SearchAction",
          target: {
            "@type": "EntryPoint",
            urlTemplate: `${toSiteUrl(localizePath("/games", locale))}?q={search_term_string}`,
          },
          // Google's own word for what the template is filled with; schema.org's types do not know it.
          ...{ "query-input": "required name=search_term_string" },
        },
      },
    ],
  };
}
