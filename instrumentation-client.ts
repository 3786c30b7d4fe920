import { config } from "zod/v4/core"

// The policy of our pages forbids building code from text, and zod would try before it falls back.
config({ jitless: true })
