import type { useTranslations } from "next-intl";

/** Says the messages of `forecast` in a language. */
export type ForecastTranslator = ReturnType<typeof useTranslations<"forecast">>;
