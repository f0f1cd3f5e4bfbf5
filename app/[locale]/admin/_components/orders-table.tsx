import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { useFormats } from "@/app/_i18n/use-formats";
import type { RecentOrder } from "@/lib/shared/recent-orders";
import { OrderState } from "./order-state";

const totalOf = ({ totalCents, currency }: RecentOrder) => ({ amountCents: totalCents, currency });

function WideTable({ orders }: { orders: readonly RecentOrder[] }) {
  const t = useTranslations("admin");
  const { moment, money } = useFormats();
  return (
    <div className="hidden md:block">
      <Table label={t("orders.title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("orders.order")}</TableHeader>
            <TableHeader>{t("orders.placed")}</TableHeader>
            <TableHeader>{t("orders.buyer")}</TableHeader>
            <TableHeader>{t("orders.games")}</TableHeader>
            <TableHeader>{t("orders.state")}</TableHeader>
            <TableHeader isNumeric>{t("orders.total")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {orders.map((order) => (
            <TableRow key={order.number}>
              <th scope="row" className="px-4 py-3 text-left font-semibold tabular-nums">
                {order.number}
              </th>
              <TableCell className="whitespace-nowrap text-muted">{moment(order.placedAt)}</TableCell>
              <TableCell>
                {order.buyer.name}
                <span className="block text-muted text-xs">{order.buyer.email}</span>
              </TableCell>
              <TableCell className="max-w-72">
                <span className="line-clamp-2">{order.titles.join(", ")}</span>
              </TableCell>
              <TableCell>
                <OrderState state={order.status} />
              </TableCell>
              <TableCell isNumeric className="whitespace-nowrap font-medium">
                {money(totalOf(order))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Orders as a table, as cards where the screen is narrow. */
export function OrdersTable({ orders }: { orders: readonly RecentOrder[] }) {
  const t = useTranslations("admin");
  const { moment, money } = useFormats();
  return (
    <>
      <WideTable orders={orders} />
      <ul className="grid gap-3 md:hidden">
        {orders.map((order) => (
          <li key={order.number}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <span className="font-semibold tabular-nums">
                  {t("orders.number", { number: String(order.number) })}
                </span>
                <span className="font-semibold tabular-nums">{money(totalOf(order))}</span>
              </p>
              <p className="line-clamp-2">{order.titles.join(", ")}</p>
              <p className="flex flex-wrap items-center justify-between gap-2 text-muted text-xs">
                <span className="min-w-0 truncate">{`${order.buyer.name}, ${moment(order.placedAt)}`}</span>
                <OrderState state={order.status} />
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
