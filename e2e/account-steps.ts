import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, type ShopPage } from "./shop-test";

/** Opens the newest mail of a subject to an address in the outbox. */
export async function openMail(page: Page, subject: string, email: string): Promise<void> {
  const link = page.getByRole("link", { name: new RegExp(`${subject}.*To ${email}`) });
  await expect
    .poll(
      async () => {
        await page.goto("/outbox");
        return link.count();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
  await link.first().click();
  await page.getByRole("heading", { name: subject }).first().waitFor();
}

/** Presses a mail's button, which leads to a page of the shop. */
export async function follow(page: Page, button: string, path: RegExp): Promise<void> {
  await page.frameLocator("iframe").getByRole("link", { name: button }).click();
  await page.waitForURL(path);
}

/** Signs out by the header's menu. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Account of ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).waitFor();
}

/** Fills and sends the sign-in form. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Turns two-factor sign-in on in the account; answers with the app's secret and the recovery codes. */
export async function turnTwoFactorOn(page: ShopPage, password: string): Promise<{ app: TOTP; codes: string[] }> {
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("img", { name: "QR code for your authenticator app" }).waitFor();
  await expectAccessible(page);
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const app = new TOTP({ secret });
  await page.getByLabel("Code that your app shows").fill(app.generate());
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("heading", { name: "Keep your recovery codes" }).waitFor();
  await expectAccessible(page);
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^[a-z0-9]{5}-[a-z0-9]{5}$/ })
    .allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByRole("button", { name: "Turn off" }).waitFor();
  return { app, codes };
}
