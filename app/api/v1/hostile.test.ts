import { describe } from "vitest"
import { sendWhatever } from "@/lib/testing/hostile"

describe("whatever a client sends is answered, and never a failure of ours", () => sendWhatever(0))
