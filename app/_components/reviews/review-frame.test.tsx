import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { en } from "@/lib/shared/messages/en";
import { ReviewFrame } from "./review-frame";

const review = {
  author: "Sam",
  isRecommended: true,
  stars: 4,
  body: "A fine game for a long evening.",
  locale: "en",
  createdAt: "2026-03-01T10:00:00.000Z",
} as const;

function findHeadings(props: Pick<ComponentProps<typeof ReviewFrame>, "heading">): string[] {
  const page = (
    <NextIntlClientProvider locale="en" messages={{ reviews: en.reviews }} timeZone="UTC">
      <ReviewFrame review={review} {...props} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page).match(/<h\d/g) ?? [];
}

describe("ReviewFrame", () => {
  it("names the writer below the section of a game's reviews", () => {
    expect(findHeadings({})).toEqual(["<h3"]);
  });

  it("names the writer right below the title of a desk, so that no level is left out", () => {
    expect(findHeadings({ heading: "h2" })).toEqual(["<h2"]);
  });
});
