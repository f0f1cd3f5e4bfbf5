import Link from "next/link";
import { Suspense } from "react";
import { AccountMenu } from "./account-menu";
import { CartButton } from "./cart-button";
import { Logo } from "./logo";
import { NavLinks } from "./nav-links";
import { SearchForm } from "./search-form";

export function SiteHeader() {
  return (
    <>
      <header className="sticky top-0 z-40 border-line border-b bg-background">
        <div className="container-page flex h-16 items-center gap-2 sm:gap-4">
          <Link href="/" aria-label="Kratos, home" className="rounded-lg">
            <Logo />
          </Link>
          <Suspense fallback={<div className="h-9 w-52 max-md:hidden" />}>
            <NavLinks className="w-52 shrink-0 max-md:hidden" />
          </Suspense>
          <SearchForm id="search" className="mx-auto w-full max-w-xl max-md:hidden" />
          <div className="ml-auto flex items-center gap-1 sm:gap-2">
            <CartButton />
            <Suspense fallback={<div className="h-9 w-20" />}>
              <AccountMenu />
            </Suspense>
          </div>
        </div>
      </header>
      <div className="container-page flex flex-col gap-2 border-line border-b py-2.5 md:hidden">
        <SearchForm id="search-phone" />
        <Suspense fallback={<div className="h-9" />}>
          <NavLinks />
        </Suspense>
      </div>
    </>
  );
}
