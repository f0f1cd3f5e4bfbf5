import type { Locale } from "../locale";
import { formatMoney, formatRoughMoney, type Money } from "../money";
import { once } from "../once";

/** Between a number and its unit: they are never torn apart at the end of a line. */
export const NO_BREAK = "\u00a0";

/** Writes numbers in a language. */
export function createNumberFormats(locale: Locale) {
  const numbers = (options?: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options));
  const whole = numbers();
  const tenths = numbers({ maximumFractionDigits: 1 });
  const fixedTenths = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const thousandths = numbers({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const signed = numbers({ maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const compact = numbers({ notation: "compact", maximumFractionDigits: 1 });
  const percentage = numbers({ style: "percent" });
  const list = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const percent = (text: string) => `${text}${NO_BREAK}%`;
  // A minus as wide as the plus.
  const withSign = (value: number) => signed().format(value).replace("-", "−");

  return {
    count: (count: number) => whole().format(count),
    /** The ends of a range of counts. */
    band: ([lower, upper]: readonly [number, number]) => `${whole().format(lower)} – ${whole().format(upper)}`,
    /** A mean or a part of one, with a digit after the point. */
    amount: (units: number) => tenths().format(units),
    /** The same for columns of numbers: the digit is there, too, where it is 0. */
    tenths: (units: number) => fixedTenths().format(units),
    /** A measure of errors, with three digits after the point. */
    score: (score: number) => thousandths().format(score),
    /** A change with its sign. */
    signed: withSign,
    /** 0.8 as `80 %`. */
    share: (share: number) => percent(whole().format(Math.round(share * 100))),
    /** 0.823 as `82.3 %`. */
    exactShare: (share: number) => percent(tenths().format(share * 100)),
    /** A change as a share: 0.25 as `+25 %`. */
    change: (share: number) => percent(withSign(Math.round(share * 100))),
    /** What is taken off a price, as shops of the language write it: 25 as `−25%`, in Spanish `−25 %`. */
    discount: (discountPercent: number) => `−${percentage().format(discountPercent / 100)}`,
    /** A count for axes, such as `1.2K`. */
    compact: (count: number) => compact().format(count),
    money: (money: Money) => formatMoney(money, locale),
    /** An amount of money that is an estimate. */
    roughMoney: (money: Money) => formatRoughMoney(money, locale),
    /** Several names as a part of a sentence, such as `20, 25 and 50`. */
    list: (names: readonly string[]) => list().format(names),
  };
}
