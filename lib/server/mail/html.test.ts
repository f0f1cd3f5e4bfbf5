import { describe, expect, it } from "vitest";
import { type MailContent, toPlainText } from "./content";
import { toHtml } from "./html";

const evil = `</a><script>alert("x")</script>'&`;

const content: MailContent = {
  locale: "en",
  subject: `Subject ${evil}`,
  paragraphs: [`Hi ${evil}`, "Second"],
  items: [{ title: `Game ${evil}`, text: `$5 ${evil}`, url: `https://shop.test/?a=${evil}`, imageUrl: `x"${evil}` }],
  action: { text: `Go ${evil}`, url: `https://shop.test/?t="${evil}`, hint: evil },
  note: evil,
  footer: evil,
  links: [{ text: evil, url: `https://shop.test/"${evil}` }],
};

describe("a mail as HTML", () => {
  it("executes nothing, whatever its values are", () => {
    const html = toHtml(content);
    expect(html).not.toContain("<script");
    expect(html).not.toContain(`"${evil}`);
    expect(html.match(/alert\(&quot;x&quot;\)/g)?.length).toBeGreaterThan(10);
  });

  it("leaves out what the mail does not have", () => {
    const html = toHtml({ ...content, items: [], action: null, note: null, links: [] });
    expect(html).not.toContain("<a ");
    expect(html).not.toContain("<img");
  });
});

describe("a mail as plain text", () => {
  it("says the same, with every address written out", () => {
    const text = toPlainText(content);
    for (const { url } of [...content.items, ...content.links]) expect(text).toContain(url);
    expect(text).toContain(content.action?.url);
    expect(text.startsWith(`Hi ${evil}\n\nSecond\n\n`)).toBe(true);
  });
});
