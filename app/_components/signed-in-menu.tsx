"use client";

import {
  ChevronDown,
  Gauge,
  Heart,
  Library,
  LogOut,
  type LucideIcon,
  Receipt,
  Settings,
  UserRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { Link } from "@/app/_i18n/navigation";
import { signOutRequest } from "@/lib/client/features/session/requests";
import { useAppDispatch } from "@/lib/client/store/hooks";
import type { SessionView } from "@/lib/shared/auth";
import { Button } from "./ui/button";

type MenuLink = {
  href: string;
  text: "library" | "wishlist" | "orders" | "settings" | "publisher" | "admin";
  Icon: LucideIcon;
};

const OWN_LINKS: MenuLink[] = [
  { href: "/library", text: "library", Icon: Library },
  { href: "/wishlist", text: "wishlist", Icon: Heart },
  { href: "/orders", text: "orders", Icon: Receipt },
  { href: "/account", text: "settings", Icon: Settings },
];

const ROLE_LINKS: Record<SessionView["role"], MenuLink[]> = {
  shopper: [],
  publisher: [{ href: "/publisher", text: "publisher", Icon: Gauge }],
  staff: [{ href: "/admin", text: "admin", Icon: Gauge }],
  admin: [{ href: "/admin", text: "admin", Icon: Gauge }],
};

const itemClass =
  "flex cursor-pointer items-center gap-3 rounded-md px-3 py-2.5 text-sm outline-none data-highlighted:bg-background";

function MenuLinkItem({ href, text, Icon }: MenuLink) {
  const t = useTranslations("shell.account");
  return (
    <DropdownMenu.Item asChild className={itemClass}>
      <Link href={href}>
        <Icon aria-hidden className="size-4 text-muted" />
        {t(text)}
      </Link>
    </DropdownMenu.Item>
  );
}

/** The menu of who is signed in. */
export function SignedInMenu({ session }: { session: SessionView }) {
  const t = useTranslations("shell.account");
  const dispatch = useAppDispatch();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="ghost" size="sm" aria-label={t("of", { name: session.name })}>
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
            {t("signOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
