import { expect, test } from "vitest"
import { allowedMethods } from "./allowed-methods"

test.each([
  ["/api/v1/tokens", ["OPTIONS", "POST"]],
  ["/api/v1/requests", ["GET", "HEAD", "OPTIONS", "POST"]],
  ["/api/v1/requests/GR-7K3M-9Q2F/reports", ["GET", "HEAD", "OPTIONS"]],
  ["/api/v1/keys/current", ["GET", "HEAD", "OPTIONS"]],
  ["/api/v1/nothing", undefined],
  ["/requests", undefined],
])("%s takes %j", (path, methods) => {
  expect(allowedMethods(path)).toEqual(methods)
})
