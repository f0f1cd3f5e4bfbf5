"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";

type ActionDialogProps = {
  title: string;
  description: string;
  /** What the button that opens it shows. */
  button: ReactNode;
  variant: "secondary" | "ghost";
  /** Called when it is closed, also in the middle of a request. */
  onClose: () => void;
  /** The form, told how to close. */
  children: (close: () => void) => ReactNode;
};

/** A button that asks for more before something is started. */
export function ActionDialog({ title, description, button, variant, onClose, children }: ActionDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <Button size="sm" variant={variant} onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => (open ? setOpen(true) : close())}
        title={title}
        description={description}
      >
        {children(close)}
      </Dialog>
    </>
  );
}

type FormEndProps = { icon: ReactNode; text: string; isRunning: boolean; onCancel: () => void };

/** The buttons at the end of a form that starts something. */
export function FormEnd({ icon, text, isRunning, onCancel }: FormEndProps) {
  const t = useTranslations("pipelines");
  const tCommon = useTranslations("common");
  return (
    <div className="flex justify-end gap-3">
      <Button variant="ghost" onClick={onCancel}>
        {tCommon("cancel")}
      </Button>
      <Button type="submit" disabled={isRunning}>
        {icon}
        {isRunning ? t("start.starting") : text}
      </Button>
    </div>
  );
}
