"use client";

import { useState } from "react";

/** A dialog whose code comes when it is first opened; it stays in the page then, so that closing gives the focus back. */
export function useLazyDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const [isMounted, setIsMounted] = useState(false);
  const open = () => {
    setIsMounted(true);
    setIsOpen(true);
  };
  return { isMounted, open, props: { open: isOpen, onOpenChange: setIsOpen } };
}

export type LazyDialogProps = ReturnType<typeof useLazyDialog>["props"];
