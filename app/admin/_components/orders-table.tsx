import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { formatMoment } from "@/lib/shared/day-text";
import { formatMoney } from "@/lib/shared/money";
import type { RecentOrder } from "@/lib/shared/recent-orders";
import { OrderState } from "./order-state";

const totalOf = ({ totalCents, currency }: RecentOrder) => formatMoney({ amountCents: totalCents, currency });

function WideTable({ orders }: { orders: readonly RecentOrder[] }) {
  return (
    <div className="hidden md:block">
      <Table label="Orders">
        <TableHead>
          <TableRow>
            <TableHeader>Order</TableHeader>
            <TableHeader>Placed</TableHeader>
            <TableHeader>Buyer</TableHeader>
            <TableHeader>Games</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader isNumeric>Total</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {orders.map((order) => (
            <TableRow key={order.number}>
              <th scope="row" className="px-4 py-3 text-left font-semibold tabular-nums">
                {order.number}
              </th>
              <TableCell className="whitespace-nowrap text-muted">{formatMoment(new Date(order.placedAt))}</TableCell>
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
                {totalOf(order)}
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
  return (
    <>
      <WideTable orders={orders} />
      <ul className="grid gap-3 md:hidden">
        {orders.map((order) => (
          <li key={order.number}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <span className="font-semibold tabular-nums">Order {order.number}</span>
                <span className="font-semibold tabular-nums">{totalOf(order)}</span>
              </p>
              <p className="line-clamp-2">{order.titles.join(", ")}</p>
              <p className="flex flex-wrap items-center justify-between gap-2 text-muted text-xs">
                <span className="min-w-0 truncate">
                  {order.buyer.name}, {formatMoment(new Date(order.placedAt))}
                </span>
                <OrderState state={order.status} />
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
