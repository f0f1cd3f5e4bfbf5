"use client";

import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_components/ui/button";
import { codesPutAway } from "@/lib/client/features/account/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useCopy } from "./use-copy";

/** The recovery codes, this once: to copy, to save, or to write down. */
export function RecoveryCodes({ codes, email }: { codes: string[]; email: string }) {
  const t = useTranslations("account.twoFactor.codes");
  const dispatch = useAppDispatch();
  const copy = useCopy();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  const file = `${t("fileTitle", { email })}\n\n${codes.join("\n")}\n`;
  return (
    <div className="grid gap-5 rounded-card border border-warning/40 bg-warning/10 p-5">
      <div className="grid gap-1">
        <h3 ref={headingRef} tabIndex={-1} className="font-semibold outline-none">
          {t("title")}
        </h3>
        <p className="text-sm">{t("text")}</p>
      </div>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-lg bg-surface px-4 py-3 font-mono text-sm tracking-wider">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => dispatch(codesPutAway())}>{t("done")}</Button>
        <Button variant="secondary" onClick={() => copy(codes.join("\n"), "codesCopied")}>
          <Copy aria-hidden />
          {t("copy")}
        </Button>
        <Button asChild variant="secondary">
          <a download="kratos-recovery-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      </div>
    </div>
  );
}
