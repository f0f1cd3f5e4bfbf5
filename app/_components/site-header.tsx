import { getTranslations } from "next-intl/server";
import { Link } from "@/app/_i18n/navigation";
import { AccountMenu } from "./account-menu";
import { CartButton } from "./cart-button";
import { Logo } from "./logo";
import { NavLinks } from "./nav-links";
import { SearchBox } from "./search/search-box";
import { WishlistLink } from "./wishlist-link";

export async function SiteHeader() {
  const t = await getTranslations("shell");
  return (
    <>
      <header className="sticky top-0 z-40 border-line border-b bg-background">
        <div className="container-page flex h-16 items-center gap-2 sm:gap-4">
          <Link href="/" aria-label={t("home")} className="rounded-lg">
            <Logo isShort="on-phones" />
          </Link>
          <NavLinks className="shrink-0 max-lg:hidden" />
          <SearchBox className="mx-auto min-w-0 max-w-xl grow" />
          <div className="ml-auto flex shrink-0 items-center sm:gap-2">
            <WishlistLink />
            <CartButton />
            <AccountMenu />
          </div>
        </div>
      </header>
      <div className="container-page border-line border-b py-1.5 lg:hidden">
        <NavLinks className="-mx-3" />
      </div>
    </>
  );
}
