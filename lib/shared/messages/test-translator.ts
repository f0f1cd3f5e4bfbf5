import { createTranslator, type useTranslations } from "next-intl";
import type { Locale } from "../locale";
import { en, type Namespace } from "./en";
import { es } from "./es";

/**
 * What `useTranslations` gives in a page, for tests of functions that take it or make sentences for it. Its type is named:
 * written out it is of megabytes, which the compiler gives up at times.
 */
export function translatorOf<Name extends Namespace>(
  locale: Locale,
  namespace: Name,
): ReturnType<typeof useTranslations<Name>> {
  const messages = { en, es }[locale];
  // A text that is not there fails the test, rather than to be said by its key.
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, namespace, messages, timeZone: "UTC", onError });
}
