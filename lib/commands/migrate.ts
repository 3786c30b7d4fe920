import { migrate } from "@/db/migrate"
import { env } from "@/lib/env"
import { command } from "./command"

await command(() => migrate(env().DATABASE_DIRECT_URL))
