import { z } from "zod"
import { Account } from "@/lib/identity/accounts/contract"
import { operation } from "@/lib/model/operation"
import { ProfileChange } from "./contract"

export const profileOperations = {
  getProfile: operation({
    method: "get",
    path: "/profile",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Get your profile",
    input: z.object({}),
    output: Account,
  }),
  editProfile: operation({
    method: "put",
    path: "/profile",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Change your name, phone and premises",
    input: ProfileChange,
    example: {
      name: "Amara Okafor",
      phone: "0113 496 0003",
      premises: {
        line1: "12 Mill Lane",
        town: "Leeds",
        postcode: "LS1 4AB",
        mprn: "7416820305",
        meterSerial: "E6S-22110",
      },
      version: 1,
    },
    output: Account,
  }),
}
