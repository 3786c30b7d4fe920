import { expect, test } from "vitest"
import { sortFiles } from "./sort-files"

test("of several files the good ones go, and each of the others is named with its reason", () => {
  const [photo, film, nothing] = [
    { name: "photo.jpg", size: 10_000_000 },
    { name: "film.mov", size: 10_000_001 },
    { name: "nothing.txt", size: 0 },
  ]
  const [second, third] = [
    { name: "second.jpg", size: 1 },
    { name: "third.jpg", size: 1 },
  ]
  expect(sortFiles([film, photo, nothing, second, third], 2)).toEqual({
    good: [photo, second],
    refused: [
      { name: "film.mov", code: "too_large" },
      { name: "nothing.txt", code: "invalid" },
      { name: "third.jpg", code: "conflict" },
    ],
  })
})
