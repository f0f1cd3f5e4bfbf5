import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startTestWebhook, type TestWebhook } from "./test-webhook";
import { postWebhook } from "./webhook";

let receiver: TestWebhook;

beforeEach(async () => {
  receiver = await startTestWebhook();
});

afterEach(() => receiver.stop());

const message = { id: "kratos-alert-7-raised", body: '{"state":"raised"}' };

it("signs what it posts, so that the receiver can tell that it is ours and new", async () => {
  await postWebhook({ url: receiver.url, secret: "shared-secret" }, message);
  expect(receiver.received).toHaveLength(1);
  const { headers, body } = receiver.received[0] ?? { headers: {}, body: "" };
  expect(body).toBe(message.body);
  const timestamp = String(headers["x-kratos-timestamp"]);
  expect(Math.abs(Date.now() / 1_000 - Number(timestamp))).toBeLessThan(600);
  const expected = createHmac("sha256", "shared-secret").update(`${timestamp}.${body}`).digest("hex");
  expect(headers).toMatchObject({ "x-kratos-signature": `sha256=${expected}`, "x-kratos-id": message.id });
});

it("tries again where the receiver is busy or broken", async () => {
  receiver.statuses.push(503, 429);
  await postWebhook({ url: receiver.url, secret: undefined }, message);
  expect(receiver.received.map(({ headers }) => headers["x-kratos-id"])).toEqual(Array(3).fill(message.id));
  expect(receiver.received[0]?.headers["x-kratos-signature"]).toBeUndefined();
});

it("fails at once where the receiver does not want it, and does not follow it elsewhere", async () => {
  receiver.statuses.push(410, 302, 302, 302);
  await expect(postWebhook({ url: receiver.url, secret: undefined }, message)).rejects.toThrow("answered 410");
  expect(receiver.received).toHaveLength(1);
  await expect(postWebhook({ url: receiver.url, secret: undefined }, message)).rejects.toThrow();
});

it("fails after three attempts where nobody is there", async () => {
  receiver.statuses.push(500, 500, 500);
  await expect(postWebhook({ url: receiver.url, secret: undefined }, message)).rejects.toThrow("answered 500");
  expect(receiver.received).toHaveLength(3);
});
