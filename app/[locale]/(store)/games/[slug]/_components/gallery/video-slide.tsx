import { getImageProps } from "next/image";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Video } from "@/lib/shared/game-detail";

const POSTER_WIDTH = 480;

/** The poster for a phone and for half a desk, at twice the pixels: a video cannot choose among files, and fetches it unseen. */
function toPoster({ posterUrl, width, height }: Video): string | undefined {
  if (!posterUrl) return undefined;
  return getImageProps({
    src: posterUrl,
    alt: "",
    width: POSTER_WIDTH,
    height: Math.round((POSTER_WIDTH * height) / width),
  }).props.src;
}

type VideoSlideProps = { video: Video; isCurrent: boolean };

/** A video with the browser's own controls. It never plays by itself, and stops when it is out of sight. */
export function VideoSlide({ video, isCurrent }: VideoSlideProps) {
  const t = useTranslations("gameLive.gallery");
  const player = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!isCurrent) player.current?.pause();
  }, [isCurrent]);
  return (
    <video
      ref={player}
      controls
      playsInline
      preload="none"
      poster={toPoster(video)}
      width={video.width}
      height={video.height}
      aria-label={video.alt}
      tabIndex={isCurrent ? 0 : -1}
      className="absolute inset-0 size-full bg-black object-contain"
    >
      <source src={video.url} />
      <track kind="captions" src={`/api/videos/${video.id}/captions`} srcLang="en" label={t("captions")} />
    </video>
  );
}
