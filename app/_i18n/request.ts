import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "@/lib/server/i18n/messages";
import { DEFAULT_LOCALE, isLocale } from "@/lib/shared/locale";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: await loadMessages(locale), timeZone: "UTC", now: new Date() };
});
