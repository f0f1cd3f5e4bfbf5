/** The keys that lead to the search box, as ARIA names them. */
export const SEARCH_SHORTCUT = "Control+K Meta+K";

/** True on Apple's systems, where ⌘ is what Ctrl is elsewhere. */
export function isApple({ platform }: Pick<Navigator, "platform">): boolean {
  return /^(?:Mac|iPhone|iPad|iPod)/.test(platform);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target">;

/**
 * True for Ctrl + K and ⌘ + K. Never a character alone: who dictates or hits keys by mistake must not be led away. On
 * Apple's systems Ctrl + K cuts the rest of a line, so where somebody writes it stays theirs.
 */
export function isSearchShortcut(press: Press, hasAppleKeys: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (key.toLowerCase() !== "k" || ctrlKey === metaKey || altKey || shiftKey) return false;
  return metaKey || !(hasAppleKeys && isWriting(press.target));
}
