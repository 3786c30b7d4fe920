import { deleteCustomerByCommand } from "@/lib/oversight/privacy/customer-by-command"
import { command } from "./command"

await command(
  {
    name: "customer:delete",
    summary: "Deletes a customer who cannot sign in, as they would on their profile.",
    options: { id: { value: "ID", about: "ID of the customer, from the address of their page", required: true } },
    examples: [
      [
        "--id 019f3c1a-7b20-7c44-9d1e-2f6a5b8c7d10",
        "erases their personal data for good; refused while someone works on a request of theirs",
      ],
    ],
  },
  async ({ id }) => {
    await deleteCustomerByCommand(id)
    console.log("The customer is deleted.")
  },
)
