import { clsx } from "clsx";
import Image from "next/image";
import type { Picture } from "@/lib/shared/catalogue";

type CoverArtProps = {
  picture: Picture | null;
  title: string;
  /** How wide it is shown, for the browser to choose a file by. */
  sizes: string;
  /** In the first window: loaded with the page. */
  isEager?: boolean;
  /** The largest picture of the first window: loaded before all others. */
  isFirst?: boolean;
  /** Where the title stands beside it: nothing is said twice to a screen reader. */
  isDecorative?: boolean;
  className?: string;
};

const hues = [14, 36, 92, 158, 196, 222, 262, 318];

function hueOf(title: string): number {
  let sum = 0;
  for (const letter of title) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003;
  return hues[sum % hues.length] ?? 222;
}

function plateOf(title: string): string {
  const hue = hueOf(title);
  const stops = `oklch(0.5 0.13 ${hue}) 0%, oklch(0.28 0.07 ${hue}) 45%, oklch(0.17 0.03 ${hue}) 100%`;
  return `radial-gradient(120% 90% at 85% 0%, ${stops})`;
}

/** The picture, filling its frame; a game without one gets a plate with its title, in a colour of its own. */
export function CoverArt({ picture, title, sizes, isEager, isFirst, isDecorative, className }: CoverArtProps) {
  if (!picture) {
    return (
      <div
        aria-hidden
        className={clsx("@container absolute inset-0 grid place-items-center overflow-hidden", className)}
        style={{ background: plateOf(title) }}
      >
        <span className="m-[8cqi] line-clamp-4 text-balance text-center font-bold font-display text-[clamp(0.9rem,9cqi,2.5rem)] text-white leading-tight">
          {title}
        </span>
      </div>
    );
  }
  return (
    <Image
      src={picture.url}
      alt={isDecorative ? "" : picture.alt}
      fill
      sizes={sizes}
      loading={isEager || isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      // Shows while the picture is on its way.
      style={{ background: plateOf(title) }}
      className={clsx("object-cover", className)}
    />
  );
}
