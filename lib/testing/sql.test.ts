import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

/** The lines of the app that could make a statement of text, which the query builder otherwise never does. */
function* rawSql(): Generator<string> {
  for (const folder of ["app", "components", "lib"])
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file) || file.startsWith("testing")) continue
      for (const line of readFileSync(join(folder, file), "utf8").split("\n"))
        if (/\bsql\.(raw|identifier)\(|\.unsafe\(/.test(line)) yield `${join(folder, file)}: ${line.trim()}`
    }
}

test("no statement is put together from text that is not a constant of ours", () => {
  for (const line of rawSql()) expect(line).toMatch(/: (export )?const [A-Z_]+ = /)
})
