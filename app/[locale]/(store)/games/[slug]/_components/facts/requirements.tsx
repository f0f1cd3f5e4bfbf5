import { useTranslations } from "next-intl";
import { Tab, TabList, TabPanel, Tabs } from "@/app/_components/ui/tabs";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Requirement } from "@/lib/shared/game-detail";

const TIERS = ["minimum", "recommended"] as const;

type Rows = Record<"os" | "processor" | "memory" | "graphics" | "storage" | "notes", string>;

const ROW_NAMES = ["os", "processor", "memory", "graphics", "storage", "notes"] as const;

function useRows(): (requirement: Requirement) => Rows {
  const t = useTranslations("game.requirements");
  const { memory } = useFormats();
  return ({ os, processor, memoryMb, graphics, storageMb, notes }) => ({
    os,
    processor,
    memory: memoryMb > 0 ? memory(memoryMb) : "",
    graphics,
    storage: storageMb > 0 ? t("free", { size: memory(storageMb) }) : "",
    notes,
  });
}

/** Minimum and recommended side by side; on a narrow screen each part under its own head. */
function Platform({ requirements }: { requirements: Requirement[] }) {
  const t = useTranslations("game.requirements");
  const toRows = useRows();
  const tiers = TIERS.filter((tier) => requirements.some((one) => one.tier === tier));
  const rowsOf = new Map(requirements.map((one) => [one.tier, toRows(one)]));
  const names = ROW_NAMES.filter((name) => tiers.some((tier) => rowsOf.get(tier)?.[name]));
  return (
    <table className="w-full border-collapse text-left text-sm max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <td className="w-32" />
          {tiers.map((tier) => (
            <th key={tier} scope="col" className="px-4 py-3 font-display font-semibold text-base">
              {t(tier)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-5">
        {names.map((name) => (
          <tr key={name} className="border-line max-md:grid max-md:gap-2 md:border-t">
            <th scope="row" className="py-3 pr-4 align-top font-normal text-muted max-md:p-0 max-md:font-semibold">
              {t(name)}
            </th>
            {tiers.map((tier) => (
              <td
                key={tier}
                className="px-4 py-3 align-top max-md:grid max-md:grid-cols-[7.5rem_1fr] max-md:gap-3 max-md:p-0"
              >
                <span aria-hidden className="text-muted md:hidden">
                  {t(tier)}
                </span>
                {rowsOf.get(tier)?.[name] || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a machine must have and what it should have, by platform. */
export function Requirements({ requirements }: { requirements: Requirement[] }) {
  const t = useTranslations("game.requirements");
  const platforms = new Map(requirements.map(({ platform }) => [platform.slug, platform.name]));
  const of = (slug: string) => requirements.filter(({ platform }) => platform.slug === slug);
  const [first = ""] = platforms.keys();
  return (
    <div className="rounded-card border border-line bg-surface p-5">
      <Tabs defaultValue={first}>
        <TabList aria-label={t("platform")}>
          {[...platforms].map(([slug, name]) => (
            <Tab key={slug} value={slug}>
              {name}
            </Tab>
          ))}
        </TabList>
        {[...platforms.keys()].map((slug) => (
          <TabPanel key={slug} value={slug}>
            <Platform requirements={of(slug)} />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
