/** More languages than this, nobody reads; a longer header is somebody's game. */
const MAX_LANGUAGES = 20;

/** Language tags of an Accept-Language header as they are written, most wanted first. */
export function listAcceptedLanguages(header: string | null): string[] {
  const wishes = (header ?? "").split(",", MAX_LANGUAGES).map((wish) => {
    const [tag = "", ...parameters] = wish.split(";").map((part) => part.trim());
    const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    return { tag, quality };
  });
  return wishes
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
