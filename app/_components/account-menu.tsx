"use client";

import { ChevronDown, Gauge, Library, LogOut, type LucideIcon, Receipt, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import { signOutRequest } from "@/lib/client/features/session/requests";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type SessionView, toCallbackPath } from "@/lib/shared/auth";
import { Button } from "./ui/button";

type MenuLink = { href: string; text: string; Icon: LucideIcon };

const OWN_LINKS: MenuLink[] = [
  { href: "/library", text: "Library", Icon: Library },
  { href: "/orders", text: "Orders", Icon: Receipt },
];

const ROLE_LINKS: Record<SessionView["role"], MenuLink[]> = {
  shopper: [],
  publisher: [{ href: "/publisher", text: "Publisher dashboard", Icon: Gauge }],
  staff: [{ href: "/admin", text: "Store admin", Icon: Gauge }],
  admin: [{ href: "/admin", text: "Store admin", Icon: Gauge }],
};

const itemClass =
  "flex cursor-pointer items-center gap-3 rounded-md px-3 py-2.5 text-sm outline-none data-highlighted:bg-background";

function SignInLink() {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const callbackPath = toCallbackPath(query ? `${pathname}?${query}` : pathname);
  const href = callbackPath === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}`;
  return (
    <Button asChild variant="secondary" size="sm">
      <Link href={href}>Sign in</Link>
    </Button>
  );
}

function MenuLinkItem({ href, text, Icon }: MenuLink) {
  return (
    <DropdownMenu.Item asChild className={itemClass}>
      <Link href={href}>
        <Icon aria-hidden className="size-4 text-muted" />
        {text}
      </Link>
    </DropdownMenu.Item>
  );
}

function SignedInMenu({ session }: { session: SessionView }) {
  const dispatch = useAppDispatch();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="ghost" size="sm" aria-label={`Account of ${session.name}`}>
          <UserRound aria-hidden />
          <span className="max-w-32 truncate max-sm:hidden">{session.name}</span>
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-50 w-64 rounded-card border border-line bg-raised p-1.5 shadow-lift"
        >
          <div className="px-3 py-2">
            <p className="truncate font-semibold text-sm">{session.name}</p>
            <p className="truncate text-muted text-xs">{session.email}</p>
          </div>
          <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
          {[...ROLE_LINKS[session.role], ...OWN_LINKS].map((link) => (
            <MenuLinkItem key={link.href} {...link} />
          ))}
          <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
          <DropdownMenu.Item className={itemClass} onSelect={() => dispatch(signOutRequest.requested())}>
            <LogOut aria-hidden className="size-4 text-muted" />
            Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The header's account corner: a link to sign in, or the menu of who is signed in. */
export function AccountMenu() {
  const session = useAppSelector(selectSession);
  return session ? <SignedInMenu session={session} /> : <SignInLink />;
}
