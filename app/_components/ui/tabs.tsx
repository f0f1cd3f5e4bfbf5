"use client";

import { clsx } from "clsx";
import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

export function Tabs(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root {...props} />;
}

export function TabList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={clsx("scrollbar-none flex gap-1 overflow-x-auto border-line border-b", className)}
      {...props}
    />
  );
}

export function Tab({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={clsx(
        "-mb-px whitespace-nowrap border-transparent border-b-2 px-4 py-2.5 font-medium text-muted text-sm",
        "transition-colors hover:text-foreground data-[state=active]:border-primary data-[state=active]:text-foreground",
        className,
      )}
      {...props}
    />
  );
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={clsx("pt-5", className)} {...props} />;
}
