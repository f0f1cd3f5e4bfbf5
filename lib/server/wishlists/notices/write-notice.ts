import { createTranslator } from "next-intl";
import type { CurrentPrice } from "@/lib/shared/catalogue";
import type { Locale } from "@/lib/shared/locale";
import { formatMoney } from "@/lib/shared/money";
import { loadMessages } from "../../i18n/messages";
import type { MailInput, MailReader } from "../../mail/write-mail";

/** A game that a notice tells of, at the reader's price. */
export type NoticeGame = { slug: string; title: string; imagePath: string | null; price: CurrentPrice | null };

export type NoticeKind = "priceDrop" | "release";

/** Games that one mail names; the wishlist has the others. */
const MAX_NAMED = 12;

type SayItem = (game: NoticeGame) => string;

async function createItemSayer(kind: NoticeKind, locale: Locale): Promise<SayItem> {
  const { mails } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { mails }, timeZone: "UTC", namespace: "mails.wishlist" });
  return ({ price }) => {
    if (!price) return t(`${kind}.unpriced`);
    const { amountCents, listCents, discountPercent: percent, currency, promotionEndsAt } = price;
    if (amountCents === 0) return t(`${kind}.free`);
    const amount = formatMoney({ amountCents, currency }, locale);
    if (percent === 0) return t(`${kind}.price`, { amount });
    const list = formatMoney({ amountCents: listCents, currency }, locale);
    const until = promotionEndsAt ? new Date(promotionEndsAt) : null;
    const day = until?.toLocaleDateString(locale, { day: "numeric", month: "long", timeZone: "UTC" }) ?? "";
    return t(`${kind}.offer`, { amount, list, percent, day });
  };
}

/** A mail that tells a reader of one or many games on the wishlist; the first one gives the subject its name. */
export async function writeNotice(to: MailReader, kind: NoticeKind, games: readonly NoticeGame[]): Promise<MailInput> {
  const sayItem = await createItemSayer(kind, to.locale);
  const [first] = games;
  return {
    to,
    kind: `wishlist.${kind}`,
    values: { title: first?.title ?? "", count: games.length, more: Math.max(0, games.length - MAX_NAMED) },
    path: "/wishlist",
    items: games.slice(0, MAX_NAMED).map((game) => ({
      title: game.title,
      text: sayItem(game),
      path: `/games/${game.slug}`,
      ...(game.imagePath && { imagePath: game.imagePath }),
    })),
  };
}
