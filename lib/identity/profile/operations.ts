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
    output: Account,
  }),
}
