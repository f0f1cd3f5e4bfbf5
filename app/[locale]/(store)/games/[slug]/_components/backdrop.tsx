import Image from "next/image";
import type { Picture } from "@/lib/shared/catalogue";

/**
 * The artwork behind the head of the page, far out of focus: a small file, stretched, needs but little blur, and on a phone
 * none.
 */
export function Backdrop({ hero }: { hero: Picture }) {
  return (
    <div aria-hidden className="absolute inset-x-0 top-0 -z-10 h-[38rem] overflow-hidden">
      <Image
        src={hero.url}
        alt=""
        fill
        sizes="(min-width: 640px) 128px, 32px"
        loading="eager"
        className="object-cover opacity-25 sm:blur-xl dark:opacity-30"
      />
      <div className="absolute inset-0 bg-linear-to-b from-background/20 to-background" />
    </div>
  );
}
