import { useTranslations } from "next-intl";

/** What a writer is called: one who has closed their account has no name any more. */
export function useAuthorName(author: string): string {
  const t = useTranslations("reviews");
  return author || t("nameless");
}
