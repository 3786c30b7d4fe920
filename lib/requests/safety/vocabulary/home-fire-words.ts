/** Words of one language, written as those of concepts are; those of a script that sets no spaces are found anywhere. */
interface HomeFireWords {
  home: string
  /** That it burns now. */
  burns: string
  /** That it did, might, or is said of something else. */
  unless?: string
}

/** How people say that the place they live in is on fire. */
export const HOME_FIRE_WORDS: Record<string, HomeFireWords> = {
  English: {
    home: "house, home, flat, apartment, building, kitchen, roof, bedroom, bathroom, living room, hallway, loft, attic, garage, cellar, basement, room, place",
    burns:
      "is on fire, s on fire, are on fire, on fire now, on fire help, caught fire, has caught fire, in flames, ablaze, is burning down",
    unless:
      "was, were, had, last, ago, years, insurance, if, would, could, might, not, isnt, isn, like, almost, nearly, throat, chest, eyes, skin, sale*",
  },
  German: {
    home: "haus, wohnung, küche, kueche, dach, keller, zimmer, gebäude, schlafzimmer, bad, flur, garage",
    burns:
      "haus brennt, wohnung brennt, küche brennt, dach brennt, keller brennt, zimmer brennt, es brennt, in flammen, steht in brand, fängt feuer, feuer gefangen",
    unless:
      "brannte, war, letzte*, letztes, vor, versicherung, wenn, falls, könnte, würde, nicht, licht, lampe, herd, heizung, flamme, therme, boiler, kessel, pilotflamme, gasherd",
  },
  French: {
    home: "maison, appartement, appart, cuisine, toit, chambre, immeuble, cave, salon, garage",
    burns:
      "en feu, en flammes, a pris feu, maison brûle, maison brule, appartement brûle, appartement brule, cuisine brûle, cuisine brule",
    unless: "était, etait, avait, dernier, dernière, assurance, si, pourrait, pas, chaudière, flamme, brûleur, lumière",
  },
  Spanish: {
    home: "casa, piso, apartamento, cocina, techo, habitación, edificio, sótano, dormitorio",
    burns:
      "en llamas, casa se quema, piso se quema, casa arde, se está quemando, se esta quemando, está ardiendo, esta ardiendo, ha prendido fuego, se incendia, se está incendiando",
    unless: "estaba, año, pasado, pasada, seguro, si, podría, no, comida, luz, garganta, ojos",
  },
  Polish: {
    home: "dom, domu, mieszkanie, mieszkaniu, kuchnia, kuchni, dach, pokój, blok, piwnica, piwnicy, budynek",
    burns: "się pali, pali się, sie pali, pali sie, płonie, plonie, w płomieniach, w ogniu, stoi w ogniu",
    unless:
      "palił*, płonął, rok, temu, ubezpieczenie, jeśli, gdyby, nie, światło, lampka, kontrolka, piec, piecyk, junkers, gaz, palnik, kuchenka, płomień, płomyk, świec*, oczy, gardło",
  },
  Hindi: {
    home: "घर*, मकान*, कमरे*, कमरा, रसोई*, किचन*, फ्लैट*, बिल्डिंग*, इमारत*, ghar, makan, kitchen, rasoi",
    burns:
      "आग लगी है, आग लग गई, आग लग गयी, आग लगी हुई, आग लगल बा, घर जल रहा, मकान जल रहा, रसोई जल रही, aag lagi hai, aag lag gayi, aag lag gai, aag lagi hui",
    unless: "थी, था, पिछले, साल, अगर, बीमा, thi, tha, agar",
  },
  Arabic: {
    home: "بيت*, البيت, بيتي, بيتنا, منزل*, المنزل, منزلنا, منزلي, شقة, شقتي, شقتنا, الشقة, مطبخ, المطبخ, عمارة, العمارة",
    burns: "يحترق, تحترق, بيحترق, بتحترق, يشتعل, فيه حريق, النار شبت, ولعت, نشب حريق, حريق في, النار في",
    unless: "كان, كانت, لو, إذا, تأمين, لا, ليس",
  },
  Chinese: {
    home: "家, 房子, 屋, 厨房, 廚房, 公寓, 楼, 樓, 房间, 房間",
    burns: "着火了, 著火了, 起火了, 失火了, 烧起来, 燒起來, 火燭, 火烛",
    unless: "去年, 如果, 保险, 保險, 以前, 上次",
  },
  Japanese: {
    home: "家, うち, 台所, 部屋, マンション, アパート, キッチン, 建物",
    burns: "火事です, 火事だ, 燃えて, 火が出て, 火がつい, 火災です, 火事になって",
    unless: "去年, 保険, もし, 以前",
  },
  Korean: {
    home: "집*, 우리집*, 아파트*, 부엌*, 주방*, 방에, 건물*",
    burns: "불이 났*, 불났*, 불이 나*, 불타*, 타고 있*, 불이 붙*, 화재가 났*, 화재가 발생*",
    unless: "작년*, 보험*, 만약*",
  },
  Portuguese: {
    home: "casa, apartamento, cozinha, prédio, predio, telhado, quarto",
    burns: "em chamas, pegando fogo, pegou fogo, a arder, está a queimar, está ardendo, incendiou",
    unless: "estava, ano, passado, seguro, se, poderia, não",
  },
  Russian: {
    home: "дом, дома, доме, квартир*, кухн*, комнат*, крыш*, подвал*",
    burns: "горит, горим, пожар, в огне, полыхает, загорел*, пылает",
    unless:
      "был, была, прошл*, год*, страхов*, если, не, свет, лампочк*, индикатор*, колонк*, котел, котёл, плит*, газ*, конфорк*, духовк*, плам*, огон*, огн*, глаз*, горл*, свеч*",
  },
  Ukrainian: {
    home: "будинок, будинку, хата, квартир*, кухн*, дім, дах",
    burns: "горить, палає, пожежа, у вогні, загорі*",
    unless:
      "був, була, минул*, якщо, не, світло, лампочк*, котел, колонк*, страхув*, газ*, конфорк*, полум*, очі, свічк*",
  },
  Bengali: {
    home: "বাড়ি*, বাসা*, ঘরে*, ঘর, রান্নাঘর*, ফ্ল্যাট*, bari*, basa*, ghore",
    burns: "আগুন লেগেছে, আগুন লাগছে, আগুন লেগে গেছে, আগুন জ্বলছে, পুড়ছে, agun legeche, agun lagse, agun lagche",
    unless: "ছিল, গত, যদি, বীমা",
  },
  Urdu: {
    home: "گھر*, مکان*, کمرے, کمرہ, کچن*, باورچی*, فلیٹ*, عمارت*",
    burns: "آگ لگی ہے, آگ لگ گئی, آگ لگی ہوئی, جل رہا, جل رہی",
    unless: "تھی, تھا, اگر, پچھلے, انشورنس",
  },
  Punjabi: {
    home: "ਘਰ*, ਮਕਾਨ*, ਕਮਰੇ*, ਰਸੋਈ*, گھر, گھرے",
    burns: "ਅੱਗ ਲੱਗੀ, ਅੱਗ ਲੱਗ ਗਈ, ਅੱਗ ਲਗ ਗਈ, ਸੜ ਰਿਹਾ, اگ لگ گئی, اگ لگی",
    unless: "ਸੀ, ਜੇ, ਪਿਛਲੇ",
  },
  Marathi: {
    home: "घर*, घराला, घरात, स्वयंपाकघर*, फ्लॅट*, इमारत*, खोली*",
    burns: "आग लागली आहे, आग लागलीय, आग लागली, जळत आहे, जळतंय, पेटल*",
    unless: "होती, होता, गेल्या, जर, विमा",
  },
  Gujarati: {
    home: "ઘર*, મકાન*, રસોડા*, ફ્લેટ*, બિલ્ડિંગ*",
    burns: "આગ લાગી છે, આગ લાગી ગઈ, આગ લાગી, સળગી રહ્યું, બળી રહ્યું",
    unless: "હતી, હતું, જો, વીમા",
  },
  Tamil: {
    home: "வீடு, வீட்டில், வீட்டுக்கு, வீடு*, வீட்*, சமையலறை*, சமையல்*, கட்டிட*",
    burns: "தீப்பிடி*, தீ பிடி*, தீப்பற்றி*, தீ பற்றி*, எரிகிற*, எரியுது, எரிந்து கொண்டிருக்கிறது, நெருப்பு பிடி*",
    unless: "போன, கடந்த, காப்பீடு, விளக்கு, அடுப்பு",
  },
  Telugu: {
    home: "ఇల్లు, ఇంట్లో, ఇంటికి, ఇంటి, వంటగది*, వంటింట్లో, ఫ్లాట్*, భవనం*",
    burns: "మంటలు చెలరేగ*, మంటలు అంటుకు*, మంటలు వ*, నిప్పు అంటుకు*, నిప్పంటుకు*, తగలబడ*, కాలిపోతోంది, కాలిపోతుంది, మంటల్లో",
    unless: "గత, ఒకవేళ, బీమా",
  },
  Kannada: {
    home: "ಮನೆ*, ಅಡುಗೆ*, ಕಟ್ಟಡ*, ಕೋಣೆ*",
    burns: "ಬೆಂಕಿ ಬಿದ್ದಿದೆ, ಬೆಂಕಿ ಹತ್ತಿದೆ, ಬೆಂಕಿ ಹೊತ್ತಿ*, ಬೆಂಕಿ ಬಿ*, ಉರಿಯುತ್ತಿ*, ಸುಡುತ್ತಿ*",
    unless: "ಕಳೆದ, ವಿಮೆ",
  },
  Malayalam: {
    home: "വീട്, വീട*, വീട്ടിൽ, വീടിന്, അടുക്കള*, ഫ്ലാറ്റ*, കെട്ടിട*",
    burns: "തീപിടിച്ചു, തീ പിടിച്ചു, തീപിടി*, തീ പിടി*, കത്തുന്നു, കത്തുക*",
    unless: "കഴിഞ്ഞ, ഇൻഷുറൻസ്",
  },
  Turkish: {
    home: "ev, evim*, evimiz*, evde, mutfak*, mutfağ*, daire*, bina*, apartman*, oda*, çatı*",
    burns: "yanıyor, yaniyor, yangın var, yangin var, alev aldı, alevler içinde, alev alev, tutuştu, yangın çıktı",
    unless: "geçen, eğer, sigorta*, değil, ışık, lamba, kombi, ocak, soba, gaz, doğalgaz, göz*, mum",
  },
  Vietnamese: {
    home: "nhà, phòng, bếp, căn hộ, chung cư, tòa nhà, nha",
    burns: "đang cháy, bị cháy, bốc cháy, cháy rồi, cháy nhà, dang chay, bi chay",
    unless: "năm, nếu, bảo hiểm, bóng, đèn, ngọn lửa, lửa xanh, lửa vàng",
  },
  Italian: {
    home: "casa, appartamento, cucina, tetto, palazzo, camera, cantina",
    burns: "in fiamme, va a fuoco, sta bruciando, casa brucia, casa sta bruciando, ha preso fuoco",
    unless: "era, scorso, scorsa, assicurazione, se, potrebbe, non, fornello, caldaia, gola, occhi",
  },
  Persian: {
    home: "خانه*, خونه*, آپارتمان*, آشپزخانه*, آشپزخونه*, ساختمان*, اتاق*",
    burns: "آتش گرفته, آتیش گرفته, آتش گرفت, در آتش, می‌سوزد, میسوزه, می‌سوزه, آتش سوزی شده",
    unless: "بود, پارسال, اگر, بیمه, چشم*, گلو*, شعله",
  },
  Indonesian: {
    home: "rumah*, dapur*, apartemen*, kamar*, gedung*",
    burns: "terbakar, kebakaran, kebakar, dilalap api",
    unless: "tahun, lalu, kalau, asuransi, insurans, lepas, jika",
  },
  Javanese: {
    home: "omah*, griya*, pawon*",
    burns: "kobong, kobongan, kebakaran, diobong",
    unless: "wingi, yen, lampu",
  },
  Tagalog: {
    home: "bahay, kusina, kwarto, gusali, apartment",
    burns: "nasusunog, may sunog, nag aapoy",
    unless: "noon, nakaraang, kung, insurance",
  },
  Swahili: {
    home: "nyumba*, jikoni, chumba*, jengo*",
    burns: "inaungua, inawaka moto, imeshika moto, yaungua, imewaka moto",
    unless: "mwaka, kama, bima, ilikuwa",
  },
  Hausa: {
    home: "gida, gidan*, gidanmu, gidana, kicin, daki",
    burns: "cin wuta, kama wuta, ta kama da wuta, gobara, konewa",
    unless: "bara, idan",
  },
  Yoruba: { home: "ilé, ile, yàrá, kíṣìnnì", burns: "ń jó, n jo, jóná, iná ń, gbiná", unless: "tí ó bá" },
  Thai: { home: "บ้าน, ห้อง, ครัว, คอนโด, ตึก", burns: "ไฟไหม้, ไฟลุก, กำลังไหม้", unless: "ปีที่แล้ว, ถ้า, ประกัน" },
  Burmese: { home: "အိမ်, အခန်း, မီးဖိုချောင်, တိုက်", burns: "မီးလောင်နေ, မီးလောင်, မီးစွဲ", unless: "မနှစ်က, အာမခံ" },
  Dutch: {
    home: "huis, woning, flat, keuken, dak, kamer, appartement",
    burns: "in brand, staat in brand, brandt",
    unless:
      "vorig*, was, stond, verzekering, als, niet, lamp, licht, ketel, cv, vlam, waakvlam, fornuis, kachel, gas, ogen, kaars",
  },
  Romanian: {
    home: "casa, casă, apartament*, bucătări*, bucatari*, bloc*, acoperi*",
    burns:
      "casa arde, casa noastră arde, arde casa, arde apartamentul, apartamentul arde, bucătăria arde, blocul arde, a luat foc, ia foc, în flăcări, in flacari",
    unless: "anul, trecut, asigurare, dacă, nu, bec*, centrala",
  },
  Greek: {
    home: "σπίτι*, σπιτι*, κουζίνα*, κουζινα*, διαμέρισμα*, πολυκατοικία",
    burns: "καίγεται, καιγεται, πήρε φωτιά, πηρε φωτια, έπιασε φωτιά, στις φλόγες, φωτιά στο, φωτιά στην",
    unless: "πέρσι, αν, ασφάλεια, δεν, λέβητας",
  },
  Czech: {
    home: "dům, dum, domě, byt, bytě, kuchyň, kuchyni, střecha, domu",
    burns: "hoří, hori, v plamenech",
    unless:
      "hořel*, loni, pojištění, kdyby, ne, nehoří, kontrolka, plamínek, kotel, plyn, sporák, hořák, svíčka, plamen",
  },
  Hungarian: {
    home: "ház, haz, házunk, lakás*, konyha*, tető*, otthon*",
    burns:
      "ház ég, lakás ég, konyha ég, tető ég, ég a ház, ég a házunk, ég a lakás, ég a konyha, lángol, kigyulladt, lángokban, tűz van",
    unless: "tavaly, biztosítás, ha, nem, lámpa, kazán, láng",
  },
  Swedish: {
    home: "hus*, huset, lägenhet*, köket, taket, hem, rummet, bostad*",
    burns: "brinner, står i lågor, i brand, har fattat eld",
    unless: "förra, försäkring, om, inte, lampan, ljuset, lågan, gasen, spisen, ljus, ögonen",
  },
}
