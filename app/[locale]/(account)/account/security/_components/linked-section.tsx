import { getFormatter, getTranslations } from "next-intl/server";
import { ProviderMark } from "@/app/_components/provider-mark";
import { Alert } from "@/app/_components/ui/alert";
import type { LinkedAccount } from "@/lib/shared/account";
import { Section } from "../../_components/section";
import { LinkButton } from "./link-button";

const OUTCOMES = ["linked", "taken", "over", "failed"] as const;

type LinkedSectionProps = {
  accounts: LinkedAccount[];
  /** What became of a link that one comes back from. */
  outcome: string | string[] | undefined;
  provider: string | string[] | undefined;
};

async function Outcome({ accounts, outcome, provider }: LinkedSectionProps) {
  const t = await getTranslations("account.linked.notices");
  const known = OUTCOMES.find((candidate) => candidate === outcome);
  if (!known) return null;
  const name = accounts.find((account) => account.provider === provider)?.name ?? "";
  return <Alert tone={known === "linked" ? "success" : "danger"} title={t(known, { provider: name })} />;
}

/** The providers that one can sign in with, linked or not. */
export async function LinkedSection(props: LinkedSectionProps) {
  const [t, format] = await Promise.all([getTranslations("account.linked"), getFormatter()]);
  const toDay = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "long" });
  return (
    <Section title={t("title")} text={t("text")}>
      <Outcome {...props} />
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
        {props.accounts.map((account) => (
          <li key={account.provider} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <ProviderMark provider={account.provider} />
            <div className="grid min-w-32 flex-1">
              <span className="font-medium">{account.name}</span>
              <span className="text-muted text-xs">
                {account.linkedAt ? t("since", { day: toDay(account.linkedAt) }) : t("not")}
              </span>
            </div>
            <LinkButton account={account} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
