import { describe, expect } from "vitest";
import { enter } from "./account-steps";
import { expectAccessible, expectNoSidewaysScroll, register, signIn, test } from "./shop-test";

/** The password that another one is changed to. */
const NEW_PASSWORD = "quite another phrase";

describe("the account's pages", () => {
  test.for([
    ["dark", 1280],
    ["light", 1280],
    ["dark", 390],
    ["light", 390],
  ] as const)("are accessible and fit, %s at %i px", async ([colorScheme, width], { openPage }) => {
    const page = await openPage({ colorScheme, width, isMobile: width < 600 });
    await signIn(page, "staff");
    for (const path of ["/account", "/account/security", "/account/notifications", "/account/data"]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  test.for([
    ["dark", 1280],
    ["light", 390],
  ] as const)("of signing in are accessible and fit, %s at %i px", async ([colorScheme, width], { openPage }) => {
    const page = await openPage({ colorScheme, width, isMobile: width < 600 });
    for (const path of ["/sign-in", "/register", "/forgot-password", "/reset-password?token=x", "/outbox"]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  test("take a new name and language, which the header and the pages then have", async ({ openPage }) => {
    const page = await openPage();
    await register(page);
    await page.goto("/account");
    await page.getByLabel("Name").fill("Luz <b>Marina</b>");
    await page.getByLabel("Language", { exact: true }).first().selectOption("es");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/es\/account$/);
    await page.getByRole("button", { name: "Cuenta de Luz <b>Marina</b>" }).waitFor();
    await page.getByRole("heading", { name: "Tu cuenta" }).waitFor();
  });

  test("are filled in by keyboard alone: a wrong password is told of at its field", async ({ openPage }) => {
    const page = await openPage();
    page.watch.allowStatus(422);
    const { password } = await register(page);
    await page.goto("/account/security");
    await page.getByLabel("Current password").focus();
    await page.keyboard.type("not the password");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("The password is wrong").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("currentPassword");
    await expectAccessible(page);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByText("Your password is changed").first().waitFor();
    expect(await page.getByLabel("Current password").inputValue()).toBe("");
  });

  test("sign another browser out", async ({ openPage }) => {
    const [page, other] = [await openPage(), await openPage()];
    const { name, email, password } = await register(page);
    await enter(other, email, password);
    await other.getByRole("button", { name: `Account of ${name}` }).waitFor();
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await page.getByText("Your other devices are signed out").first().waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Sign out / }).count(), { timeout: 15_000 }).toBe(0);
    await other.goto("/account");
    await other.waitForURL(/\/sign-in/);
  });

  test("keep a notification that is switched on", async ({ openPage }) => {
    const page = await openPage();
    await register(page);
    await page.goto("/account/notifications");
    const drops = page.getByRole("switch", { name: "Price drops" });
    expect(await drops.getAttribute("aria-checked")).toBe("false");
    await expect.poll(() => drops.isEnabled(), { timeout: 15_000 }).toBe(true);
    await drops.press("Space");
    await page.getByText("Your mail settings are saved").first().waitFor();
    await page.reload();
    await expect.poll(() => drops.getAttribute("aria-checked"), { timeout: 15_000 }).toBe("true");
  });

  test("give one's data out as a file, and delete the account for good", async ({ openPage }) => {
    const page = await openPage();
    page.watch.allowStatus(401);
    const { email, password } = await register(page);
    await page.goto("/account/data");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("kratos-my-data.json");
    await page.getByRole("button", { name: "Delete my account…" }).click();
    await page.getByLabel("Type your e-mail address").fill(email);
    await page.getByLabel("Your password").fill(password);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await page.getByText("Your account is deleted").first().waitFor();
    await enter(page, email, password);
    await page.getByRole("main").getByRole("alert").waitFor();
  });
});
