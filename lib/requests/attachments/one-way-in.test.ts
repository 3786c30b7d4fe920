import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

/** It makes up files. */
const OTHERS = ["lib/testing/store.ts"]

test("attachments come in by one way, which holds them until they have been scanned", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  const inserting = files
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .filter((path) => /insert\(attachments\)|insert into \$\{attachments\}/.test(readFileSync(path, "utf8")))
  expect(inserting.toSorted()).toEqual([...OTHERS, "lib/requests/attachments/insert-attachments.ts"].toSorted())
})
