import { expect, it } from "vitest";
import { toClientNetwork } from "./rate-limit";

it.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:ffff::", "2001:db8:0:0::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["::1", "0:0:0:0::/64"],
  ["198.51.100.1", "198.51.100.1"],
  ["::ffff:198.51.100.1", "::ffff:198.51.100.1"],
  ["unknown", "unknown"],
  ["2001:db8", "2001:db8"],
])("counts %s under %s", (ip, network) => {
  expect(toClientNetwork(ip)).toBe(network);
});
