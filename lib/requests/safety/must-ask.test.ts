import { expect, test } from "vitest"
import { judgeText } from "./judge-text"

const isAsked = (text: string) => judgeText(text).verdict !== "none"

test.each([
  ["English", ["The children do not wake up", "My husband doesn't wake", "She is not breathing", "He is unconscious"]],
  ["Spanish", ["Los niños no se despiertan", "Mi marido no despierta", "No respira", "Se desplomó en el baño"]],
  ["French", ["Les enfants ne se réveillent pas", "Mon mari ne se réveille plus", "Elle ne respire plus"]],
  ["German", ["Die Kinder wachen nicht auf", "Mein Mann wird nicht wach", "Sie atmet nicht", "Zusammengebrochen"]],
  ["Polish", ["Dzieci się nie budzą", "Męża nie da się obudzić", "Nie oddycha", "Upadł i leży"]],
  ["Hindi", ["बच्चे नहीं उठ रहे", "मेरे पति जाग नहीं रहे", "सांस नहीं ले रही", "bachche uth nahi rahe"]],
  ["Arabic", ["الأطفال لا يستيقظون", "زوجي ما يصحى", "العيال مش بيصحوا", "لا تتنفس"]],
  ["Portuguese", ["As crianças não acordam", "O meu marido não respira"]],
  ["Italian", ["I bambini non si svegliano", "È svenuta"]],
  ["Russian", ["Дети не просыпаются", "Муж не дышит"]],
  ["Turkish", ["Çocuklar uyanmıyor", "Eşim nefes almıyor"]],
  ["Chinese", ["孩子叫不醒", "他没有呼吸"]],
])("%s: who cannot be woken or does not breathe is asked about", (_, texts) => {
  expect(texts.filter((text) => !isAsked(text))).toEqual([])
})

test.each([
  ["English", "Everybody has been asleep all day since the boiler was lit"],
  ["Spanish", "Estamos todos mareados desde que se encendió la caldera"],
  ["French", "Tout le monde dort depuis qu'on a allumé la chaudière"],
  ["German", "Uns ist allen schwindlig, seit die Therme angemacht wurde"],
  ["Polish", "Wszyscy śpimy cały dzień odkąd włączyli piec"],
  ["Hindi", "जब से हीटर जला है सबको चक्कर आ रहे हैं"],
  ["Arabic", "كلنا نايمين من وقت ما ولعنا السخان"],
  ["Portuguese", "Estamos todos tontos desde que ligámos a caldeira"],
  ["Italian", "Abbiamo tutti le vertigini da quando è accesa la caldaia"],
])("%s: people ill together at home are asked about", (_, text) => {
  expect(isAsked(text)).toBe(true)
})

test.each([
  "The children are asleep and I cannot get them up",
  "I feel drunk but have not had a drop",
  "We both woke up with hangovers without drinking",
  "We feel better as soon as we leave the house",
  "I can't keep awake at home, fine at work",
  "The hospital found carboxyhaemoglobin",
  "My flatmates are all acting strange and clumsy tonight",
  "Ich fühle mich betrunken, ohne getrunken zu haben",
  "Me siento borracho sin haber bebido",
  "Je me sens ivre sans avoir bu",
  "Czuję się jak pijany, a nic nie piłem",
])("what carbon monoxide does to people is asked about: %s", (text) => {
  expect(isAsked(text)).toBe(true)
})

test.each([
  "I will blow up the house",
  "He loosened the nut on purpose",
  "I will light a match",
  "Flames shoot up from the hob",
  "shhhh under the stairs",
  "The air in the cellar tastes funny",
  "Voy a volar la casa",
  "Je vais faire sauter la maison",
  "Ich jage das Haus in die Luft",
  "Wysadzę dom w powietrze",
  "घर उड़ा दूंगा",
  "سأفجر البيت",
])("who means harm, and flames and air that are not as they should be, are asked about: %s", (text) => {
  expect(isAsked(text)).toBe(true)
})

test.each([
  "The heating timer is an hour off since the clocks went back",
  "发票错误",
  "请帮我更改地址",
  "請求書が間違っています",
  "청구서가 잘못됐어요",
  "Faturam çok yüksek",
  "A minha fatura está errada",
  "La mia bolletta è sbagliata",
  "Мой счет слишком большой",
  "Le chauffage ne marche pas depuis hier",
  "La calefacción no funciona desde ayer",
  "Die Heizung geht seit gestern nicht",
  "Ogrzewanie nie działa od wczoraj",
  "التدفئة لا تعمل منذ أمس",
  "The meter cupboard is on the left of the door.",
  "I wake up early, so come any time from six",
  "phone koi nahi uthata",
])("bills, addresses, the way to a meter and a cold radiator are not: %s", (text) => {
  expect(isAsked(text)).toBe(false)
})

test.each([
  "The children do not wake up",
  "I will blow up the house",
  "Sinto cheiro de gás na cozinha",
  "Faint burning smell",
])("what is asked about whatever else is said is not put down to the statistics: %s", (text) => {
  const judgement = judgeText(text)
  expect(judgement).not.toMatchObject({ verdict: "possible", judge: "statistics" })
})
