import { afterEach, expect, it } from "vitest";
import { sendMail } from "./mailer";
import { startTestSmtpServer, type TestSmtpServer } from "./test-smtp-server";

let server: TestSmtpServer;
afterEach(() => server.stop());

const mail = { to: "anna@example.com, ben@example.com", subject: "Größe & Preis ✓", text: "Line one\n.dot\n" };

it("hands a mail in for every address, under the id that it is given", async () => {
  server = await startTestSmtpServer();
  await sendMail({ ...mail, id: "alert-1@example.com" }, { smtpUrl: server.url, from: "Kratos <shop@example.com>" });
  expect(server.received).toHaveLength(1);
  const [received] = server.received;
  expect(received).toMatchObject({ from: "shop@example.com", to: ["anna@example.com", "ben@example.com"] });
  expect(received?.data).toContain("Message-ID: <alert-1@example.com>");
  expect(received?.data).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(received?.data).toContain("Line one\n.dot");
});

it("fails where the server refuses one of the addresses or is not there", async () => {
  server = await startTestSmtpServer({ refused: "ben@example.com" });
  const settings = { smtpUrl: server.url, from: "shop@example.com" };
  await expect(sendMail(mail, settings)).rejects.toThrow("refused 1 of the addresses");
  await server.stop();
  await expect(sendMail(mail, settings)).rejects.toThrow(/ECONNREFUSED/);
  server = await startTestSmtpServer();
});
