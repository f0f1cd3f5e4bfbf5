import { Tab, TabList, TabPanel, Tabs } from "@/app/_components/ui/tabs";
import type { GameDetail } from "@/lib/shared/catalogue";

type Requirement = GameDetail["systemRequirements"][number];

const tierNames = { minimum: "Minimum", recommended: "Recommended" } as const;

function formatSize(megabytes: number): string {
  return megabytes >= 1024 ? `${Math.round((megabytes / 1024) * 10) / 10} GB` : `${megabytes} MB`;
}

function Tier({ requirement }: { requirement: Requirement }) {
  const rows = [
    ["System", requirement.os],
    ["Processor", requirement.processor],
    ["Memory", formatSize(requirement.memoryMb)],
    ["Graphics", requirement.graphics],
    ["Storage", `${formatSize(requirement.storageMb)} free`],
    ["Also", requirement.notes],
  ].filter(([, value]) => value);
  return (
    <div className="grid content-start gap-2 rounded-card border border-line bg-surface p-5">
      <h3 className="font-semibold">{tierNames[requirement.tier]}</h3>
      <dl className="divide-y divide-line text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[6rem_1fr] gap-3 py-2">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What a machine must have, by platform. */
export function Requirements({ requirements }: { requirements: Requirement[] }) {
  const platforms = [...new Set(requirements.map((requirement) => requirement.platform))];
  return (
    <Tabs defaultValue={platforms[0]}>
      <TabList aria-label="Platform">
        {platforms.map((platform) => (
          <Tab key={platform} value={platform}>
            {platform}
          </Tab>
        ))}
      </TabList>
      {platforms.map((platform) => (
        <TabPanel key={platform} value={platform} className="grid gap-4 md:grid-cols-2">
          {requirements
            .filter((requirement) => requirement.platform === platform)
            .map((requirement) => (
              <Tier key={requirement.tier} requirement={requirement} />
            ))}
        </TabPanel>
      ))}
    </Tabs>
  );
}
