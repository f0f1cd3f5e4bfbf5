import { describe, expect, it } from "vitest";
import { namesStorage } from "./engines";
import { toBuildEnvironment, toRunEnvironment } from "./run-settings";

const engines = {
  DATABASE_URL: "postgresql://local/kratos",
  S3_ENDPOINT: "http://127.0.0.1:54330",
  S3_REGION: "us-east-1",
  S3_BUCKET: "kp-artifacts-data",
  S3_ACCESS_KEY_ID: "kratos",
  S3_SECRET_ACCESS_KEY: "secret",
};
const secrets = { nextauthSecret: "made", cronSecret: "made", s3AccessKeyId: "kratos", s3SecretAccessKey: "secret" };

describe("the environment of the store's processes", () => {
  it("keeps the user's own secrets, and reaches the engines of the run", () => {
    const env = { NODE_ENV: "test", NEXTAUTH_SECRET: "mine", DATABASE_URL: "", HOME: "/root" } as const;
    expect(toRunEnvironment(env, engines, secrets, "production")).toMatchObject({
      ...engines,
      NEXTAUTH_SECRET: "mine",
      CRON_SECRET: "made",
      HOME: "/root",
      NODE_ENV: "production",
    });
  });

  it("takes over nothing of a test run that started it", () => {
    const env = { NODE_ENV: "test", VITEST: "true", TZ: "America/Los_Angeles", PORT: "1" } as const;
    const own = toRunEnvironment(env, engines, secrets, "development");
    expect(Object.keys(own)).not.toEqual(expect.arrayContaining(["VITEST"]));
    expect(own).toMatchObject({ NODE_ENV: "development" });
    expect(own.TZ ?? own.PORT).toBeUndefined();
  });

  it("lets a build reach no engine, whatever the user has set", () => {
    const env = { NODE_ENV: "test", DATABASE_URL: "postgresql://live/shop", S3_ENDPOINT: "https://live" } as const;
    const build = toBuildEnvironment(env);
    expect(build.DATABASE_URL).not.toContain("live");
    expect(build.S3_ENDPOINT).not.toContain("live");
  });
});

describe("an S3 server of the user's own", () => {
  it("is one with an endpoint and both keys; half of them is an error that names the rest", () => {
    const keys = { S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" };
    expect(namesStorage({ NODE_ENV: "test", ...keys })).toBe(false);
    expect(namesStorage({ NODE_ENV: "test", ...keys, S3_ENDPOINT: "http://s3" })).toBe(true);
    expect(() => namesStorage({ NODE_ENV: "test", S3_ENDPOINT: "http://s3", S3_ACCESS_KEY_ID: "a" })).toThrow(
      "S3_SECRET_ACCESS_KEY",
    );
  });
});
