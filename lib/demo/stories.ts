import type { Category } from "@/lib/model/category"

export interface Story {
  category: Category
  title: string
  description: string
  /** Notes of staff when they start and when they finish. */
  started: string
  done: string
}

/** Requests of a small town to its gas utility. */
export const STORIES: Story[] = [
  {
    category: "gas_leak",
    title: "Smell of gas by the front door",
    description:
      "There is a strong smell of gas near the meter box outside. We have gone to the neighbours and called the emergency line.",
    started: "An engineer is on the way. Please stay outside.",
    done: "A worn joint at the meter was replaced and the supply tested.",
  },
  {
    category: "carbon_monoxide_alarm",
    title: "CO alarm in the kitchen keeps sounding",
    description:
      "The carbon monoxide alarm has sounded twice this morning with the boiler on. Boiler is off, windows are open, everybody is fine.",
    started: "Leave the boiler off. We are coming to you now.",
    done: "The flue was blocked by a nest. Cleared, tested, and safe to use.",
  },
  {
    category: "no_gas",
    title: "No gas since the road works",
    description: "The hob and the boiler went out yesterday afternoon, when the street was dug up outside number 10.",
    started: "We are checking the service pipe from the street.",
    done: "Water had got into the service pipe. It is clear and the supply is back.",
  },
  {
    category: "no_gas",
    title: "Flame on the hob very low",
    description: "All rings burn low and the boiler cuts out with a pressure fault. It began after the cold night.",
    started: "A pressure check is booked for tomorrow morning.",
    done: "The regulator was replaced; pressure is back to normal.",
  },
  {
    category: "meter_fault",
    title: "Meter display is blank",
    description: "The display shows nothing at all, also after pressing the button. The supply itself works.",
    started: "We will bring a new meter.",
    done: "The meter was exchanged. The last reading was taken over.",
  },
  {
    category: "meter_fault",
    title: "Meter is ticking loudly",
    description:
      "The meter under the stairs makes a ticking noise whenever the heating is on. It can be heard in the bedroom.",
    started: "Noted. We will listen to it on site.",
    done: "The measuring unit was worn. The meter has been exchanged.",
  },
  {
    category: "meter_reading",
    title: "Reading for the end of the quarter",
    description: "The reading is 04711.382. The photo was taken this morning.",
    started: "Thank you, we are checking it against the last one.",
    done: "The reading has been entered in your account.",
  },
  {
    category: "new_connection",
    title: "Gas connection for a new kitchen extension",
    description:
      "We are extending the kitchen in spring and need a supply point at the back of the house, about 14 metres from the existing meter.",
    started: "A surveyor will ring you to arrange a visit.",
    done: "The connection is laid and tested. The papers are in the post.",
  },
  {
    category: "disconnection",
    title: "Take out the old meter in the garage",
    description:
      "The garage is being pulled down in three weeks. The second meter there is not used any more and should be removed before.",
    started: "The removal is planned for next week.",
    done: "The meter is removed and the pipe capped.",
  },
  {
    category: "reconnection",
    title: "Reconnect after the renovation",
    description:
      "The supply was capped for the renovation in August. The fitter has finished, and his certificate can be seen on the day.",
    started: "We have booked a fitter to reconnect you.",
    done: "Reconnected, purged and tested.",
  },
  {
    category: "move",
    title: "Moving out on the last of the month",
    description: "We hand over the keys at noon on the last day of the month. The new tenants are called Hughes.",
    started: "We have made a note of the date.",
    done: "Your account is closed with the final reading. Good luck in the new home!",
  },
  {
    category: "billing",
    title: "Bill is twice as high as last winter",
    description:
      "Nothing has changed in the house, but the bill for October is twice that of last year. Is it estimated or read?",
    started: "We are comparing it with your readings.",
    done: "The bill was estimated. A corrected one is on its way.",
  },
  {
    category: "safety_check",
    title: "Yearly check of the boiler and the hob",
    description: "The landlord needs the yearly safety record for the flat before the 15th. Mornings suit us best.",
    started: "We can come on Thursday between 8 and 10.",
    done: "Both appliances are safe. The record has been sent by email.",
  },
  {
    category: "installation",
    title: "Install a gas hob in the café kitchen",
    description:
      "A six-ring hob (42 kW) has been delivered and should be connected on a Monday, when the café is closed.",
    started: "Monday is possible. Please keep the space behind the hob free.",
    done: "The hob is connected and commissioned.",
  },
  {
    category: "maintenance",
    title: "Service of the regulator in the yard",
    description:
      "The label on the regulator says it should have been serviced in September. The yard gate is open from 7.",
    started: "The service is in this week's round.",
    done: "Serviced. The next one is due in two years.",
  },
  {
    category: "repair",
    title: "Valve at the meter cannot be closed",
    description:
      "The handle of the valve turns without closing. There is no smell, but we could not shut the gas off if we had to.",
    started: "This should not wait. We will come today.",
    done: "The valve was replaced.",
  },
  {
    category: "complaint",
    title: "Nobody came to the agreed appointment",
    description:
      "I took a day off work for the appointment on Tuesday and nobody came or rang. I would like to know why, and a new date.",
    started: "I am sorry. I am finding out what happened.",
    done: "The visit was lost when a colleague fell ill. A new one took place today.",
  },
  {
    category: "other",
    title: "May we paint the meter box?",
    description:
      "The box by the door is grey plastic and we would like to paint it the colour of the house. Is that allowed?",
    started: "Good question, we are asking the network team.",
    done: "Yes, as long as the vents and the label stay free.",
  },
]
