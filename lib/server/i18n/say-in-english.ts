import { createTranslator } from "next-intl";
import { en } from "@/lib/shared/messages/en";
import { speak } from "@/lib/shared/say";

const t = createTranslator({ locale: "en", messages: { errors: en.errors, notices: en.notices }, timeZone: "UTC" });

/** Turns what `say` made into English, for command lines and logs; leaves any other text as it is. */
export function sayInEnglish(text: string): string {
  return speak(text, t);
}
