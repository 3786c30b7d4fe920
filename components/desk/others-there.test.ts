import { expect, test } from "vitest"
import type { RequestSummary } from "@/lib/requests/contract"
import { othersThere } from "./others-there"

const at = (id: string, line1: string, line2?: string) =>
  ({ id, premises: { line1, line2, town: "Leeds", postcode: "LS1 4AB" } }) as RequestSummary

test("others at an address are found however it was spelt, without the request itself and its neighbours", () => {
  const found = [at("1", "9 Low Road"), at("2", "9, low road"), at("3", "19 Low Road"), at("4", "9 Low Road", "Flat 2")]
  expect(othersThere(found, at("1", "9 Low Road")).map(({ id }) => id)).toEqual(["2"])
})
