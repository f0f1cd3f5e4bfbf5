import type { Locale } from "@/lib/shared/locale";
import type { Messages } from "@/lib/shared/messages/en";

const catalogues: Record<Locale, () => Promise<Messages>> = {
  en: async () => (await import("@/lib/shared/messages/en")).en,
  es: async () => (await import("@/lib/shared/messages/es")).es,
};

/** Every text of a language. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return catalogues[locale]();
}
