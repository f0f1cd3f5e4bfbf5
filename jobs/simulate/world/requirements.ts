import type { Random } from "@/jobs/simulate/random";
import type { Scale } from "./concept";
import type { Requirement } from "./game";
import type { PlatformSlug } from "./vocabulary";

type Tier = Requirement["tier"];
type Hardware = Pick<Requirement, "processor" | "memoryMb" | "graphics">;

const GB = 1024;

const PC: Readonly<Record<Scale, Record<Tier, Hardware>>> = {
  indie: {
    minimum: { processor: "Dual-core, 2.4 GHz", memoryMb: 4 * GB, graphics: "Integrated, OpenGL 4.1" },
    recommended: { processor: "Quad-core, 2.8 GHz", memoryMb: 8 * GB, graphics: "GeForce GTX 960 or Radeon RX 560" },
  },
  mid: {
    minimum: {
      processor: "Core i5-6600 or Ryzen 3 1200",
      memoryMb: 8 * GB,
      graphics: "GeForce GTX 1050 Ti or Radeon RX 570",
    },
    recommended: {
      processor: "Core i5-9600K or Ryzen 5 2600",
      memoryMb: 16 * GB,
      graphics: "GeForce RTX 2060 or Radeon RX 5700",
    },
  },
  big: {
    minimum: {
      processor: "Core i5-8400 or Ryzen 5 1600",
      memoryMb: 12 * GB,
      graphics: "GeForce GTX 1660 Super or Radeon RX 5600 XT",
    },
    recommended: {
      processor: "Core i7-10700K or Ryzen 5 5600X",
      memoryMb: 16 * GB,
      graphics: "GeForce RTX 3070 or Radeon RX 6800",
    },
  },
};

const MAC: Record<Tier, Hardware> = {
  minimum: { processor: "Apple M1", memoryMb: 8 * GB, graphics: "Integrated" },
  recommended: { processor: "Apple M2", memoryMb: 16 * GB, graphics: "Integrated" },
};

const SYSTEMS: Readonly<Record<Exclude<PlatformSlug, "steam-deck">, Record<Tier, string>>> = {
  windows: { minimum: "Windows 10 (64-bit)", recommended: "Windows 11" },
  macos: { minimum: "macOS 13 Ventura", recommended: "macOS 14 Sonoma" },
  linux: { minimum: "Ubuntu 22.04, glibc 2.35", recommended: "Ubuntu 24.04 or current Arch" },
};

const STORAGE_GB: Readonly<Record<Scale, readonly [number, number]>> = { indie: [1, 6], mid: [9, 32], big: [48, 110] };

/** Minimum and recommended machines for each desktop platform; the download has one size on all of them. */
export function planRequirements(scale: Scale, platforms: readonly PlatformSlug[], random: Random): Requirement[] {
  const storageMb = random.int(...STORAGE_GB[scale]) * GB;
  const tiers: readonly Tier[] = ["minimum", "recommended"];
  return platforms.flatMap((platform) => {
    if (platform === "steam-deck") return [];
    return tiers.map((tier) => ({
      platform,
      tier,
      os: SYSTEMS[platform][tier],
      ...(platform === "macos" ? MAC[tier] : PC[scale][tier]),
      storageMb,
    }));
  });
}
