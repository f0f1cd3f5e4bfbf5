import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Description } from "./description";

const render = (text: string) => renderToStaticMarkup(<Description text={text} />);

describe("Description", () => {
  it("makes paragraphs of blank lines and lists of bullets", () => {
    const html = render("One.\nStill one.\n\n• first\n• second\n\nTwo.");
    expect(html.match(/<p /g)).toHaveLength(2);
    expect(html).toContain("<li>first</li><li>second</li>");
    expect(html).toContain("One.\nStill one.");
  });

  it("keeps a paragraph that only begins like a list", () => {
    expect(render("- not a list\nbut prose")).not.toContain("<li>");
  });

  it("shows markup as text", () => {
    expect(render("<script>alert(1)</script>")).toContain("&lt;script&gt;");
  });
});
