import { expect, test } from "vitest"
import { GET } from "./route"

test("where everybody comes nobody reads the metrics until there is a token for them", async () => {
  for (const authorization of ["", "Bearer ", "Bearer undefined"])
    expect((await GET(new Request("http://localhost/metrics", { headers: { authorization } }))).status).toBe(404)
})
