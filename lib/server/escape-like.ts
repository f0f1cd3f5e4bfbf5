/** Text that matches itself in a LIKE pattern, whatever wildcards it has. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}
