import { expect, test } from "vitest"
import { judgeText } from "../judge-text"

test.each([
  "Our house is on fire",
  "हमारे घर में आग लगी है",
  "我们家着火了",
  "我們家着火了",
  "Nuestra casa está en llamas",
  "منزلنا يحترق",
  "بيتنا فيه حريق",
  "আমাদের বাড়িতে আগুন লেগেছে",
  "A nossa casa está em chamas",
  "Nossa casa está pegando fogo",
  "Наш дом горит",
  "У нас дома пожар",
  "私たちの家が火事です",
  "ਸਾਡੇ ਘਰ ਨੂੰ ਅੱਗ ਲੱਗੀ ਹੈ",
  "Unser Haus brennt",
  "Omah kita kobong",
  "우리 집에 불이 났어요",
  "Notre maison est en feu",
  "మా ఇంట్లో మంటలు చెలరేగాయి",
  "మా ఇంటికి నిప్పు అంటుకుంది",
  "आमच्या घराला आग लागली आहे",
  "எங்கள் வீட்டில் தீப்பிடித்துவிட்டது",
  "ہمارے گھر میں آگ لگ گئی ہے",
  "Evimiz yanıyor",
  "Evimizde yangın var",
  "La nostra casa è in fiamme",
  "La nostra casa va a fuoco",
  "Nasz dom się pali",
  "Nasz dom płonie",
  "અમારા ઘરમાં આગ લાગી છે",
  "خانه ما آتش گرفته است",
  "ನಮ್ಮ ಮನೆಗೆ ಬೆಂಕಿ ಬಿದ್ದಿದೆ",
  "ഞങ്ങളുടെ വീടിന് തീപിടിച്ചു",
  "Nhà chúng tôi đang cháy",
  "Rumah kami terbakar",
  "Rumah kami kebakaran",
  "Nasusunog ang bahay namin",
  "Nyumba yetu inaungua",
  "Gidanmu yana cin wuta",
  "Ilé wa ń jó",
  "Наш будинок горить",
  "บ้านเราไฟไหม้",
  "Ons huis staat in brand",
  "Casa noastră arde",
  "हमारो घर में आग लगल बा",
  "ဒို့အိမ် မီးလောင်နေတယ်",
  "Το σπίτι μας καίγεται",
  "Egy ház ég nálunk",
  "Hoří nám dům",
  "Vårt hus brinner",
])("that a home burns is a danger in any language: %s", (text) => {
  expect(judgeText(text).verdict).toBe("danger")
  expect(judgeText(`${text}!!!\nHelp`).verdict).toBe("danger")
})

test.each([
  "My house was on fire last year and I need a new meter",
  "The gas fire in our living room needs servicing",
  "I need a quote, our house insurance asks about fire",
  "Dom kupiliśmy rok temu, pali się kontrolka",
  "Evde ocak yanıyor ama kombi çalışmıyor",
  "Maji ya moto jikoni hayapatikani",
  "घर में पिछले साल आग लगी थी",
  "en casa me arde la garganta",
  "In de keuken brandt het licht niet",
  "My house is up for sale and hot like fire",
  "हमारे घर की गैस का बिल बहुत ज़्यादा है",
])("what burned before, or is no home, is none: %s", (text) => {
  expect(judgeText(text).verdict).not.toBe("danger")
})

test.each([
  "My name is Ольга and the meter number is 12345",
  "שלום is ok",
  "Мой договор, 我的地址, 계약, λογαριασμός, שלום: the address is new",
])("a small word of ours is no danger of another language beside words in other letters: %s", (text) => {
  expect(judgeText(text).verdict).toBe("none")
})

test("a name in other letters makes a danger no less", () => {
  expect(judgeText("My name is Ольга and there is a smell of gas in the hall")).toMatchObject({ verdict: "danger" })
})

test.each(["보일러 CO 경보", "У нас дома is, gas пахнет"])(
  "a word for danger in other letters is asked about as before: %s",
  (text) => {
    expect(judgeText(text).verdict).not.toBe("none")
  },
)
