import { describe, expect } from "vitest";
import { en } from "@/lib/shared/messages/en";
import { es } from "@/lib/shared/messages/es";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, signIn, test } from "./shop-test";

const CONSOLES = ["admin", "charts", "forecast", "pipelines", "publisher", "sales"] as const;

type Tree = { [key: string]: string | Tree };

const listTexts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? [value] : listTexts(value)));

const spanish = new Set(CONSOLES.flatMap((name) => listTexts(es[name])));

/** Texts of the consoles that only English has, as they stand. */
const onlyEnglish = new Set(
  CONSOLES.flatMap((name) => listTexts(en[name])).filter((text) => !/[{<]/.test(text) && !spanish.has(text)),
);

/** Texts of a page as its reader sees and hears them, without what is marked as English, such as logs. */
function readTexts(page: ShopPage): Promise<string[]> {
  return page.locator("main").evaluate((main) => {
    const isOurs = (element: Element | null) => element !== null && element.closest("[lang=en]") === null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      if (isOurs(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent?.trim() ?? "");
    }
    for (const element of main.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder", "title"]) {
        if (isOurs(element)) texts.push(element.getAttribute(name)?.trim() ?? "");
      }
    }
    return texts;
  });
}

async function expectSpanish(page: ShopPage, heading: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  const english = (await readTexts(page)).filter((text) => onlyEnglish.has(text));
  expect(english, page.url()).toEqual([]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

describe.each([
  { name: "on a desktop", window: { width: 1440, height: 900 } },
  { name: "on a phone", window: { width: 390, height: 844 } },
])("the consoles in Spanish, by day, $name", ({ window }) => {
  test("say nothing in English, and can be read by everybody", { timeout: 120_000 }, async ({ openPage }) => {
    const page = await openPage({ ...window, colorScheme: "light" });
    await signIn(page, "staff");
    for (const [path, heading] of [
      ["/admin", "Resumen"],
      ["/admin/games", "Juegos y previsiones"],
      ["/admin/games?state=coming&sort=forecast", "Juegos y previsiones"],
      ["/admin/forecasts", "Calidad de las previsiones"],
      ["/admin/orders", "Pedidos"],
      ["/admin/pipelines", "Procesos"],
    ] as const) {
      await page.goto(`/es${path}`);
      await expectSpanish(page, heading);
    }
    await page.goto("/es/admin/pipelines?pipeline=etl");
    await page.getByRole("grid").getByRole("link").first().click();
    await expectSpanish(page, "ETL de ventas");
    for (const tab of ["Cronología", "Tareas", /^Juegos/, "Grafo"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel").waitFor();
      if (typeof tab !== "string") await page.getByRole("searchbox", { name: "Juego o error" }).waitFor();
      await expectSpanish(page, "ETL de ventas");
    }
    expect(new URL(page.url()).pathname).toMatch(/^\/es\/admin\/pipelines\//);
  });
});

test("a forecast is explained, tried and kept in Spanish", async ({ openPage }) => {
  const page = await openPage({ colorScheme: "light" });
  await signIn(page, "publisher");
  await page.goto("/es/publisher");
  await page.getByRole("table", { name: "Ventas y previsión por juego" }).getByRole("link").nth(8).click();
  await page.getByRole("heading", { name: "Unidades vendidas y previsión" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/es\/publisher\/games\//);
  await page.getByRole("button", { name: "Ver como tabla", exact: true }).click();
  await page.getByRole("columnheader", { name: "80 % desde" }).first().waitFor();
  await page.locator("#why").scrollIntoViewIfNeeded();
  await page.locator("#why").getByRole("rowheader", { name: "Nivel habitual" }).waitFor();
  const card = page.locator("#what-if");
  await card.scrollIntoViewIfNeeded();
  await card.getByText("Esto es lo que sugieren los datos, no una promesa.").waitFor();
  await card
    .getByText(/^Frente a lo planificado ahora, esto supondría/)
    .first()
    .waitFor();
  await card.getByLabel("Porcentaje").fill("95");
  await card.getByText("De 0 a 90 %").waitFor();
  await card.getByLabel("Porcentaje").fill("30");
  const name = `Oferta ${Date.now()}`;
  await card.getByLabel("Nombre del borrador").fill(name);
  await card.getByRole("button", { name: "Guardar como borrador" }).click();
  await page.getByText(`«${name}» se ha guardado como borrador`, { exact: true }).waitFor();
  await card.getByRole("button", { name: `Borrar el borrador ${name}` }).click();
  await page.getByText(`«${name}» se ha borrado`, { exact: true }).waitFor();
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await expectSpanish(page, title ?? "");
});

test("what an operator asks for is answered in Spanish", async ({ openPage }) => {
  const page = await openPage({ colorScheme: "light" });
  await signIn(page, "staff");
  await page.goto("/es/admin/pipelines");
  await page.getByText("En directo", { exact: true }).waitFor();
  await page.getByRole("button", { name: /^Ejecutar.*Previsión diaria$/ }).click();
  const dialog = page.getByRole("dialog");
  page.watch.allowStatus(422);
  await dialog.getByLabel("Último día con datos").fill("2999-01-01");
  await dialog.getByRole("button", { name: "Iniciar la ejecución" }).click();
  await dialog
    .getByText(/^El 1 ene 2999 aún no ha empezado/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Último día con datos").fill("");
  await dialog.getByRole("button", { name: "Iniciar la ejecución" }).click();
  await page
    .getByRole("region", { name: /Avisos|Notificaciones/ })
    .getByText(/^Previsión diaria del .* ya estaba hecho: no se ha iniciado nada$/)
    .waitFor();
});
