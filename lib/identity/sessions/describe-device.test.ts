import { expect, test } from "vitest"
import { describeDevice } from "./describe-device"

const MOZILLA = "Mozilla/5.0"
const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"

test.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, "Chrome on Windows"],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/142.0 Safari/537.36 Edg/142.0`, "Edge on Windows"],
  [`${MOZILLA} (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`, "Firefox on Linux"],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.5 Safari/605.1`, "Safari on Mac"],
  [`${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1`, "Safari on iPhone"],
  [`${MOZILLA} (iPad; CPU OS 18_5 like Mac OS X) CriOS/142.0 Mobile Safari/604.1`, "Chrome on iPad"],
  [`${MOZILLA} (Linux; Android 15; Pixel 9) ${WEBKIT} Chrome/142.0 Mobile Safari/537.36`, "Chrome on Android"],
  [
    `${MOZILLA} (Linux; Android 15) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Safari/537.36`,
    "Samsung Internet on Android",
  ],
  [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/142.0 Safari/537.36`, "Chrome on ChromeOS"],
  [`${MOZILLA} (X11; Linux x86_64) ${WEBKIT} Chrome/142.0 Safari/537.36 OPR/120.0`, "Opera on Linux"],
  ["unknown", "A browser"],
])("%s is %s", (userAgent, words) => {
  expect(describeDevice("browser", userAgent)).toBe(words)
})

test("a program is an app, whatever it calls itself", () => {
  expect(describeDevice("api", `${MOZILLA} (Windows NT 10.0) Firefox/145.0`)).toBe("An app (API)")
})
