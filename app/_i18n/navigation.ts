import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Links and the router of pages: they keep the reader's language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
