import type { Graph, Thing, WithContext } from "schema-dts";

/** Facts for search engines, as JSON-LD. No character of the data can end the script: `<` is written as its code. */
export function JsonLd({ data }: { data: WithContext<Thing> | Graph }) {
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll("<", "\\u003c")}</script>;
}
