import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Device, DeviceList, DeviceToAdd } from "./contract"

export const deviceOperations = {
  listDevices: operation({
    method: "get",
    path: "/profile/devices",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "List your browsers that show notifications",
    input: z.object({}),
    output: DeviceList,
  }),
  addDevice: operation({
    method: "post",
    path: "/profile/devices",
    tag: "Profile",
    access: "account",
    status: 201,
    summary: "Show notifications in a browser",
    description: "Of each account, the 10 newest are kept.",
    input: DeviceToAdd,
    example: {
      endpoint: "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn",
      publicKey: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
      authSecret: "tBHItJI5svbpez7KI4CCXg",
    },
    output: Device,
  }),
  removeDevice: operation({
    method: "delete",
    path: "/profile/devices/{id}",
    tag: "Profile",
    access: "account",
    status: 204,
    summary: "Show no more notifications in a browser",
    input: One,
    output: z.void(),
  }),
}
