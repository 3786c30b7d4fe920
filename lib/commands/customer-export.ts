import { exportCustomerByCommand } from "@/lib/oversight/privacy/customer-by-command"
import { command } from "./command"

await command(
  {
    name: "customer:export",
    summary: "Writes everything kept about a customer who cannot sign in into a zip file.",
    options: {
      id: { value: "ID", about: "ID of the customer, from the address of their page", required: true },
      to: { value: "FILE", about: "the file to create", required: true },
    },
    examples: [["--id 019f3c1a-7b20-7c44-9d1e-2f6a5b8c7d10 --to customer.zip", "creates customer.zip"]],
  },
  async ({ id, to }) => {
    await exportCustomerByCommand(id, to)
    console.log(`${to} has everything that is kept about the customer.`)
  },
)
