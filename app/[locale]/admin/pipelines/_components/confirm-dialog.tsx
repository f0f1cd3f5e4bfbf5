"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";

type ConfirmDialogProps = {
  isOpen: boolean;
  title: string;
  /** What will happen. */
  text: ReactNode;
  /** The button that does it. */
  action: string;
  tone?: "primary" | "danger";
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("pipelines");
  const { isOpen, title, text, action, tone = "primary", onClose, onConfirm } = props;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t("run.leaveIt")}
          </Button>
          <Button
            variant={tone}
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="text-muted text-sm">{text}</div>
    </Dialog>
  );
}
