/** Size that pages elsewhere show a shared picture in. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** Address of the picture that stands for a game where a link to it is shared. */
export function toShareUrl(slug: string): string {
  return `/share/${slug}.jpg`;
}

const FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.jpg$/;

/** The game that a file of `/share` is of; null for any other name. */
export function readShareFile(file: string): string | null {
  return (file.length <= 204 && FILE.exec(file)?.[1]) || null;
}
