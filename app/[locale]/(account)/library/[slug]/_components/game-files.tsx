import { Download, HardDriveDownload } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/app/_components/copy-button";
import { Badge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { Build } from "@/lib/shared/library";

function Checksum({ build, platform }: { build: Build; platform: string }) {
  const t = useTranslations("library.files");
  if (!build.sha256) return null;
  const { version, sha256 } = build;
  return (
    <div className="flex min-w-0 items-center gap-1 text-muted text-xs">
      <span className="shrink-0">{t("checksum")}</span>
      <code className="min-w-0 truncate font-mono" title={sha256}>
        {sha256}
      </code>
      <CopyButton text={sha256} label={t("copyChecksum", { version, platform })} notice="notices.checksumCopied" />
    </div>
  );
}

function FileRow({ build, platform }: { build: Build; platform: string }) {
  const t = useTranslations("library.files");
  const { day, fileSize } = useFormats();
  const { id, version, releasedAt, sizeBytes, canDownload, isLatest } = build;
  const size = fileSize(sizeBytes);
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold tabular-nums">{version}</span>
          {isLatest && <Badge tone="success">{t("latest")}</Badge>}
          <span className="text-muted text-sm tabular-nums">{size}</span>
          {releasedAt && <span className="text-muted text-sm">{day(toDay(new Date(releasedAt)))}</span>}
        </p>
        <Checksum build={build} platform={platform} />
      </div>
      {canDownload ? (
        <Button asChild variant={isLatest ? "primary" : "secondary"}>
          <a href={`/api/library/builds/${id}/download`} aria-label={t("downloadFile", { version, platform, size })}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      ) : (
        <p className="text-muted text-sm">{t("unavailable")}</p>
      )}
    </li>
  );
}

function Platform({ builds }: { builds: readonly Build[] }) {
  const t = useTranslations("library.files");
  const [latest, ...older] = builds;
  if (!latest) return null;
  const platform = latest.platform.name;
  return (
    <Card className="grid grid-cols-1 gap-1 py-4">
      <h3 className="font-semibold">{platform}</h3>
      <ul aria-label={t("table", { platform })}>
        <FileRow build={latest} platform={platform} />
      </ul>
      {older.length > 0 && (
        <details>
          <summary className="w-fit rounded-sm text-muted text-sm underline hover:text-foreground">
            {t("older", { count: older.length })}
          </summary>
          <ul className="divide-y divide-line">
            {older.map((build) => (
              <FileRow key={build.id} build={build} platform={platform} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** The files that install a game, by platform, newest first; platforms are named in the reader's language. */
export function GameFiles({ builds }: { builds: readonly Build[] }) {
  const t = useTranslations("library.files");
  const platforms = [...new Set(builds.map(({ platform }) => platform.slug))];
  return (
    <section aria-labelledby="files-title" className="grid gap-4">
      <h2 id="files-title" className="font-bold text-section">
        {t("title")}
      </h2>
      {builds.length === 0 ? (
        <p className="flex items-center gap-3 text-muted">
          <HardDriveDownload aria-hidden className="size-5 shrink-0" />
          {t("none")}
        </p>
      ) : (
        <>
          {platforms.map((slug) => (
            <Platform key={slug} builds={builds.filter(({ platform }) => platform.slug === slug)} />
          ))}
          <p className="text-muted text-xs">{t("verify")}</p>
        </>
      )}
    </section>
  );
}
