import { PremisesFields } from "@/components/requests/premises-fields"
import { Radios } from "@/components/ui/choices"
import type { Option } from "@/components/ui/options"

const ELSEWHERE = { value: "new", label: "Another address" }

/** Where it is: one of the places that we know of, or an address. */
export const CallPlace = ({ places }: { places: readonly Option[] }) =>
  places.length > 0 ? (
    <div className="group/place space-y-5">
      <Radios
        name="place"
        label="Where is it?"
        options={[...places, ELSEWHERE]}
        defaultValue={places.length === 1 ? places[0]?.value : undefined}
      />
      <div className="hidden space-y-5 group-has-[[value=new]:checked]/place:block">
        <PremisesFields />
      </div>
    </div>
  ) : (
    <fieldset className="space-y-5">
      <legend className="font-semibold">Where is it?</legend>
      <PremisesFields />
    </fieldset>
  )
