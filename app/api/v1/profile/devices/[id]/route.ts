import { endpoint } from "@/lib/http/endpoint"
import { deviceOperations } from "@/lib/oversight/devices/operations"
import { removeDevice } from "@/lib/oversight/devices/remove-device"

export const DELETE = endpoint(deviceOperations.removeDevice, removeDevice)
