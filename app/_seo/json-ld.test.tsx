import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { JsonLd } from "./json-ld";
import { toSiteFacts } from "./site-facts";

const render = (name: string) =>
  renderToStaticMarkup(<JsonLd data={{ "@context": "https://schema.org", "@type": "VideoGame", name }} />);

const readBack = (markup: string) =>
  JSON.parse(markup.replace(/^<script type="application\/ld\+json">|<\/script>$/g, ""));

describe("JSON-LD in a page", () => {
  it.each([
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    'Tom & Jerry\'s "Game" \\ \u2028',
    "ゲーム 🎮 مرحبا",
  ])("holds %j as it is, and ends where it should", (name) => {
    const markup = render(name);
    expect(markup.match(/<\/?script/g)).toHaveLength(2);
    expect(readBack(markup).name).toBe(name);
  });
});

describe("the shop's facts", () => {
  const facts = readBack(renderToStaticMarkup(<JsonLd data={toSiteFacts("es", "Juegos")} />));
  const [organization, site] = facts["@graph"];

  it("are an organisation and its site, each with an id, the one naming the other", () => {
    expect(facts["@context"]).toBe("https://schema.org");
    expect(organization).toMatchObject({ "@type": "Organization", name: "Kratos", url: "http://localhost:3000/" });
    expect(site).toMatchObject({ "@type": "WebSite", inLanguage: "es", url: "http://localhost:3000/es" });
    expect(site.publisher["@id"]).toBe(organization["@id"]);
  });

  it("say how the shop is searched, in the page's language", () => {
    expect(site.potentialAction).toEqual({
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: "http://localhost:3000/es/games?q={search_term_string}",
      },
      "query-input": "required name=search_term_string",
    });
  });
});
