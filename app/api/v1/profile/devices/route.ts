import { endpoint } from "@/lib/http/endpoint"
import { addDevice } from "@/lib/oversight/devices/add-device"
import { listDevices } from "@/lib/oversight/devices/list-devices"
import { deviceOperations } from "@/lib/oversight/devices/operations"

export const GET = endpoint(deviceOperations.listDevices, listDevices)
export const POST = endpoint(deviceOperations.addDevice, addDevice)
