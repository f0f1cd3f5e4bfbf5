import { createNavigation } from "next-intl/navigation";
import type { ComponentProps } from "react";
import { routing } from "./routing";

/** Links and the router of pages: they keep the reader's language. */
const { Link: LocaleLink, ...navigation } = createNavigation(routing);

export const { redirect, usePathname, useRouter, getPathname } = navigation;

/**
 * A link to a page of the reader's language. Nothing is fetched ahead: every page is made for its reader, so what could be
 * fetched is little more than its frame, and twenty links in sight would be twenty requests.
 */
export function Link(props: ComponentProps<typeof LocaleLink>) {
  return <LocaleLink prefetch={false} {...props} />;
}
