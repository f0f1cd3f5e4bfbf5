import { describe, expect } from "vitest";
import { expectAccessible, register, signIn, test } from "./shop-test";

describe("an account", () => {
  test("is made, left by signing out, and entered again", async ({ openPage }) => {
    const page = await openPage();
    const { name, email, password } = await register(page);
    await page.getByRole("button", { name: `Account of ${name}` }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("button", { name: `Account of ${name}` }).waitFor();
  });

  test("is refused alike for a wrong password and an unknown e-mail", async ({ openPage }) => {
    const page = await openPage();
    page.watch.allowStatus(401);
    const answers: string[] = [];
    for (const email of ["shopper@kratos.test", "nobody@kratos.test"]) {
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password", { exact: true }).fill("not the password");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      const alert = page.getByRole("main").getByRole("alert");
      await alert.waitFor();
      answers.push((await alert.textContent()) ?? "");
    }
    expect(answers[0]).not.toBe("");
    expect(answers[1]).toBe(answers[0]);
    await expectAccessible(page);
  });

  test.for(["shopper", "publisher", "staff", "admin"] as const)(
    "the demo's %s can sign in",
    async (role, { openPage }) => {
      const page = await openPage();
      await signIn(page, role);
    },
  );

  test.for(["/library", "/orders", "/admin", "/publisher"])(
    "%s sends a visitor to the sign-in page",
    async (path, { openPage }) => {
      const page = await openPage();
      await page.goto(path);
      await page.waitForURL(/\/sign-in/);
    },
  );
});
