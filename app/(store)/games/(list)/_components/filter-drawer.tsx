"use client";

import { SlidersHorizontal } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";

/** The filters of a narrow screen; choosing one closes it. */
export function FilterDrawer({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const address = useSearchParams().toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of address that closes it
  useEffect(() => setOpen(false), [address]);
  return (
    <>
      <Button variant="secondary" className="lg:hidden" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <SlidersHorizontal aria-hidden />
        Filters
        {count > 0 && (
          <span className="grid size-5 place-items-center rounded-full bg-primary text-on-primary text-xs">
            {count}
            <span className="sr-only"> chosen</span>
          </span>
        )}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Filters" shape="sheet">
        {children}
      </Dialog>
    </>
  );
}
