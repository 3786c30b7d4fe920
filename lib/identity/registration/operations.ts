import { SafeAnswer } from "@/lib/identity/accounts/contract"
import { operation } from "@/lib/model/operation"
import { CustomerToRegister, StaffApplication } from "./contract"

export const registrationOperations = {
  registerCustomer: operation({
    method: "post",
    path: "/accounts",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Register as a customer",
    description:
      "The response is the same if the address already has an account: nothing changes, and its owner gets an email. The customer can sign in once they have followed the link in the email. An emergency needs no account: `POST /emergency-reports`.",
    input: CustomerToRegister,
    example: {
      name: "Amara Okafor",
      email: "amara.okafor@example.com",
      phone: "0113 496 0001",
      password: "correct horse battery",
      premises: {
        line1: "12 Mill Lane",
        town: "Leeds",
        postcode: "LS1 4AB",
        mprn: "7416820305",
        meterSerial: "E6S-22110",
      },
    },
    output: SafeAnswer,
  }),
  registerStaff: operation({
    method: "post",
    path: "/staff",
    tag: "Staff",
    access: "public",
    status: 202,
    summary: "Register as support staff",
    description:
      "With an invitation code the account is active immediately. Without one, the person must follow the link in the email, and an administrator must approve the account. The response is the same if the address already has an account.",
    input: StaffApplication,
    example: {
      name: "Tom Fletcher",
      email: "tom.fletcher@example.com",
      phone: "0113 496 0002",
      password: "correct horse battery",
      invitationCode: "the code from the invitation",
    },
    output: SafeAnswer,
  }),
}
