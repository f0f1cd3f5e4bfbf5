"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { useKeptFocus } from "@/app/_components/use-kept-focus";
import {
  beginTwoFactorRequest,
  disableTwoFactorRequest,
  recoveryCodesRequest,
} from "@/lib/client/features/account/requests";
import { selectAccountRequest, selectRecoveryCodes, selectSetup } from "@/lib/client/features/account/selectors";
import { setupLeft } from "@/lib/client/features/account/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { AppSetup } from "./app-setup";
import { ProofForm } from "./proof-form";
import { RecoveryCodes } from "./recovery-codes";

type Step = "begin" | "renew" | "disable";

type TwoFactorPanelProps = { isOn: boolean; hasPassword: boolean; email: string };

/** The steps of turning two-factor sign-in on and off: one at a time, in the place of the buttons. */
export function TwoFactorPanel({ isOn, hasPassword, email }: TwoFactorPanelProps) {
  const t = useTranslations("account.twoFactor");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const [step, setStep] = useState<Step | null>(null);
  const setup = useAppSelector(selectSetup);
  const codes = useAppSelector(selectRecoveryCodes);
  useEffect(() => () => void dispatch(setupLeft()), [dispatch]);
  // The step before is done: when what follows it is put away, the buttons are there again.
  useEffect(() => {
    if (setup || codes) setStep(null);
  }, [setup, codes]);
  const close = () => setStep(null);
  const place = useKeptFocus(setup || codes || step ? "step" : "buttons");

  if (codes) return <RecoveryCodes codes={codes} email={email} />;
  if (setup) return <AppSetup setup={setup} onClose={() => dispatch(setupLeft())} />;
  const proof = { hasPassword, onClose: close };
  if (step === "begin") {
    const { beginTwoFactor: select } = selectAccountRequest;
    return (
      <ProofForm
        {...proof}
        title={t("proveTitle")}
        submit={t("goOn")}
        request={beginTwoFactorRequest}
        select={select}
      />
    );
  }
  if (step === "renew") {
    const request = { request: recoveryCodesRequest, select: selectAccountRequest.recoveryCodes };
    return (
      <ProofForm {...proof} {...request} takesCode title={t("renewTitle")} text={t("renewText")} submit={t("renew")} />
    );
  }
  if (step === "disable") {
    const request = { request: disableTwoFactorRequest, select: selectAccountRequest.disableTwoFactor };
    const texts = { title: t("turnOffTitle"), text: t("turnOffText"), submit: t("turnOff") };
    return <ProofForm {...proof} {...request} {...texts} takesCode isDanger />;
  }
  return (
    <div ref={place} tabIndex={-1} className="flex flex-wrap gap-3 outline-none">
      {isOn ? (
        <>
          <Button variant="secondary" disabled={!isHydrated} onClick={() => setStep("renew")}>
            {t("renew")}
          </Button>
          <Button variant="danger" disabled={!isHydrated} onClick={() => setStep("disable")}>
            {t("turnOff")}
          </Button>
        </>
      ) : (
        <Button disabled={!isHydrated} onClick={() => setStep("begin")}>
          {t("turnOn")}
        </Button>
      )}
    </div>
  );
}
