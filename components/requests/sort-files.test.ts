import { expect, test } from "vitest"
import { sortFiles } from "./sort-files"

test("of several files the good ones go, and each of the others is named with its reason", () => {
  const [photo, film, nothing] = [
    { name: "photo.jpg", type: "image/jpeg", size: 10_000_000 },
    { name: "film.mov", type: "video/quicktime", size: 100_000_001 },
    { name: "nothing.txt", type: "text/plain", size: 0 },
  ]
  const [second, third] = [
    { name: "second.mp4", type: "video/mp4", size: 100_000_000 },
    { name: "third.jpg", type: "image/jpeg", size: 1 },
  ]
  const large = { name: "large.png", type: "image/png", size: 10_000_001 }
  const limits = { file: 10_000_000, video: 100_000_000 }
  expect(sortFiles([film, large, photo, nothing, second, third], 2, limits)).toEqual({
    good: [photo, second],
    refused: [
      { name: "film.mov", code: "too_large" },
      { name: "large.png", code: "too_large" },
      { name: "nothing.txt", code: "invalid" },
      { name: "third.jpg", code: "conflict" },
    ],
  })
})

test("a program, a song or an office document is refused before anything of it is sent; what its content may make ours is not", () => {
  const of = (type: string) => ({ name: type, type, size: 1 })
  const never = ["application/x-msdownload", "application/zip", "audio/mpeg", "application/vnd.ms-powerpoint"].map(of)
  const perhaps = [
    "",
    "application/octet-stream",
    "application/pdf",
    "image/heif",
    "text/csv",
    "video/3gpp",
    "application/vnd.ms-excel",
    "application/x-pdf",
  ].map(of)
  const { good, refused } = sortFiles([...never, ...perhaps], 20)
  expect(good).toEqual(perhaps)
  expect(refused.map(({ code }) => code)).toEqual(never.map(() => "unsupported_media_type"))
})
