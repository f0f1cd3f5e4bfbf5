import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { PriceStep } from "@/lib/shared/price-history";

type PriceTableProps = { steps: readonly PriceStep[]; currency: string };

/** Every price that the game had, latest first, for who would rather read than look. */
export function PriceTable({ steps, currency }: PriceTableProps) {
  const t = useTranslations("game.prices");
  const { day, money, discount } = useFormats();
  return (
    <details className="group">
      <summary className="inline-flex min-h-9 items-center gap-1.5 rounded-md font-semibold text-primary text-sm hover:text-primary-strong">
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        {t("table")}
      </summary>
      <div className="mt-3 max-h-96 overflow-y-auto rounded-card">
        <Table label={t("table")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("from")}</TableHeader>
              <TableHeader isNumeric>{t("list")}</TableHeader>
              <TableHeader isNumeric>{t("discount")}</TableHeader>
              <TableHeader isNumeric>{t("price")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {steps.toReversed().map(({ fromMs, listCents, discountPercent, amountCents }) => (
              <TableRow key={fromMs}>
                <TableHeader scope="row" className="font-normal text-foreground text-sm">
                  <time dateTime={new Date(fromMs).toISOString()}>{day(toDay(new Date(fromMs)))}</time>
                </TableHeader>
                <TableCell isNumeric>{money({ amountCents: listCents, currency })}</TableCell>
                <TableCell isNumeric>{discountPercent > 0 ? discount(discountPercent) : "–"}</TableCell>
                <TableCell isNumeric className="font-semibold">
                  {money({ amountCents, currency })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  );
}
