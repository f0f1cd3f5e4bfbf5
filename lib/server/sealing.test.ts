import { describe, expect, it } from "vitest";
import { isSignedBy, seal, sign, unseal } from "./sealing";

describe("a sealed text", () => {
  it("is opened by its purpose and context, and by no other", () => {
    const sealed = seal("two-factor", "SECRET é", "ada");
    expect(sealed).not.toContain("SECRET");
    expect(unseal("two-factor", sealed, "ada")).toBe("SECRET é");
    expect(unseal("two-factor", sealed, "eve")).toBeNull();
    expect(unseal("second-step", sealed, "ada")).toBeNull();
  });

  it("is another one each time", () => {
    expect(seal("two-factor", "text")).not.toBe(seal("two-factor", "text"));
  });

  it("that was changed anywhere, or is none, opens to nothing", () => {
    const bytes = Buffer.from(seal("two-factor", "text"), "base64url");
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      expect(unseal("two-factor", changed.toString("base64url"))).toBeNull();
    }
    for (const rubbish of ["", "x", "ü".repeat(50), "A".repeat(10_000)]) {
      expect(unseal("two-factor", rubbish)).toBeNull();
    }
  });
});

describe("a signature", () => {
  it("fits its text and purpose only", () => {
    const signature = sign("unsubscribe", "ada releases");
    expect(isSignedBy("unsubscribe", "ada releases", signature)).toBe(true);
    expect(isSignedBy("unsubscribe", "eve releases", signature)).toBe(false);
    expect(isSignedBy("recovery-code", "ada releases", signature)).toBe(false);
    for (const wrong of ["", signature.slice(1), `${signature}A`, "é".repeat(43)]) {
      expect(isSignedBy("unsubscribe", "ada releases", wrong)).toBe(false);
    }
  });
});
