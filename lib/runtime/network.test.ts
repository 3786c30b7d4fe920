import { expect, test } from "vitest"
import { addressOf, networkOf } from "./network"

test.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 192.0.2.1:4711 ", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["[::ffff:192.0.2.1]:80", "192.0.2.1"],
  ["2001:DB8:0:0::1", "2001:db8::1"],
  ["[2001:db8::1]:443", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["unknown", "unknown"],
  ["", ""],
  ["999.1.1.1", "999.1.1.1"],
  ["4711", "4711"],
  ["010.0.0.1", "010.0.0.1"],
  ["[2001:db8::1%eth0]:443", "2001:db8::1"],
])("the address %j is %j", (text, address) => {
  expect(addressOf(text)).toBe(address)
})

test("IPv4 counts whole, by whatever port it comes", () => {
  expect(networkOf("192.0.2.1:1")).toBe(networkOf("192.0.2.1:2"))
  expect(networkOf("192.0.2.1")).not.toBe(networkOf("192.0.2.2"))
  expect(networkOf("192.0.2.1", 48)).toBe("192.0.2.1")
})

test("all addresses of one /64 are one network, and those of one /48 one wider network", () => {
  const [one, neighbour, wide] = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"]
  expect(networkOf(one)).toBe("2001:db8:1:2::/64")
  expect(networkOf(neighbour)).toBe(networkOf(one))
  expect(networkOf(wide)).not.toBe(networkOf(one))
  expect(networkOf(wide, 48)).toBe(networkOf(one, 48))
  expect(networkOf("2001:db8:2::1", 48)).not.toBe(networkOf(one, 48))
})
