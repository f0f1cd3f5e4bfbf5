import { confirmAge } from "@/lib/server/age/commands";
import { keepAge } from "@/lib/server/age/cookie";
import { readText } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { readAge } from "@/lib/shared/age-gate";
import { toCallbackPath } from "@/lib/shared/callback-path";
import { toDay } from "@/lib/shared/day";
import { localizePath, splitLocale } from "@/lib/shared/locale";

const MAX_FORM_BYTES = 4096;

/** Takes a date of birth from a plain form, so that it works without scripts, and leads back to the page that asked. */
export const POST = handler({ access: "public" }, async ({ actor, request, db }) => {
  const fields = Object.fromEntries(new URLSearchParams(await readText(request, MAX_FORM_BYTES)));
  const { locale } = splitLocale(fields.returnTo ?? "/");
  const back = new URL(localizePath(toCallbackPath(fields.returnTo), locale), "https://this-site.invalid");
  const age = readAge(fields, toDay(new Date()));
  if (age === null) back.searchParams.set("age", "invalid");
  else back.searchParams.delete("age");
  if (age !== null && actor) await confirmAge(actor, age, db);
  const headers = { location: `${back.pathname}${back.search}`, "cache-control": "no-store" };
  return new Response(null, { status: 303, headers: { ...headers, ...(age === null ? {} : keepAge(age)) } });
});
