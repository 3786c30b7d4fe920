import type { TopicWords } from "./topic"

export const HINDI_TOPICS: TopicWords = {
  leaving:
    "बाहर, bahar, baahar, निकल*, nikal*, सड़क, sadak, chhat, छत, padosi ke, पड़ोसी के घर, gali, गली, खाली कर*, khali kar*, neeche aa, नीचे",
  airing: "खिड़क*, khidki*, khidkiyan, khol di*, khol diy*, खोल दी*, हवा आने, darwaze khol*, pankha",
  rescue:
    "दमकल, फायर ब्रिगेड, fire brigade, एम्बुलेंस, ambulance, अस्पताल, hospital, मदद, madad, जल्दी, jaldi, turant, तुरंत, डर, dar, बचाओ, bachao, खतरा, khatra, emergency, इमरजेंसी, police, urgent, help, plz, bhejo, भेजो, घबर*",
  shutting: "बंद कर*, band kar*, main valve, मेन वाल्व, regulator band, रेगुलेटर बंद, off kar*",
  nose: "बदबू, badbu, badboo, badbo, गंध, gandh, महक*, mehak*, smell, स्मेल, बू, boo, नाक, naak, दुर्गंध, sungh*, सूंघ*, सूँघ*, महक रह*, baas, बास, bas aa, mahak*, हवा अजीब, hawa ajeeb, ajeeb hawa, अजीब स्वाद",
  likeness:
    "अंडा, अंडे, अंडों, anda, ande, andon, सड़*, sada, sade, sadi, लहसुन, lehsun, lahsun, प्याज, pyaz, गोभी, gobhi, मरा चूहा, mara chuha, chuha, चूहा, mare, मरे, गंधक, gandhak, sulphur, पाद, hing, हींग, mooli, मूली",
  noise:
    "tyre, टायर, गुब्बारा, gubbara, cooker ki seeti, सीटी, seeti, siti, फुफ*, sarsar*, सरसर*, सर्र*, sss*, hiss*, फुस*, fuss, phuss, हिस्स*, shor, शोर, सनसन*, सूँ, सूं, aawaz, awaaz, awaz, आवाज*, आवाज़, phus*, whistle, leak*, लीक*, रिस*, ris*, nikal rahi, निकल रही, risav, रिसाव, shh, sh",
  bubbles: "बुलबुल*, bulbul*, झाग, jhaag, jhag, साबुन, sabun, बुदबुद*, budbud*, bubble*, गड्ढे, paani me, फेन",
  plants:
    "घास, ghas, ghaas, पौध*, paudh*, पेड़, ped, सूख*, sukh*, sookh*, मिट्टी, mitti, zameen, ज़मीन, जमीन, पत्ते, bagiche, बगीच*, lawn, keyari",
  digging:
    "जेसीबी, jcb, खुदाई, khudai, खोद*, khod*, ड्रिल*, drill*, आरी, कील, keel, फावड़*, fawda, मजदूर*, mazdoor*, majdoor*, ट्रक, truck, tractor, ट्रैक्टर, ठेकेदार, thekedar, केबल, cable wale, plumber, प्लंबर, मिस्त्री, mistri, mistry, हथौड़*, hathod*, grinder, ग्राइंडर, cutter, gaadi, गाड़ी, kudal, बोरिंग, boring, sariya, fiber",
  damage:
    "leakage test, pressure drop, test fail, टूट*, tut*, toot*, tod*, तोड़*, कट*, kat gay*, kaat*, काट*, फट*, fat gay*, phat*, छेद, chhed, ched, दरार, darar, daraar, crack*, जंग, jung, jang, zang, ढील*, dheel*, dhila, मुड़*, mud gay*, टकर*, takkar, thok*, ठोक*, उखड़*, ukhad*, kutar*, कुतर*, damage, घिस*, ghis*, गल गय*, gal gay*, लटक*, latak*, चोट, puncture, pichak*, पिचक*, खुल गय*, nikal gay*",
  carrier:
    "पाइप*, pipe*, पाईप*, hose, होज, नली, nali, रेगुलेटर*, regulator*, वाल्व*, valve*, मीटर*, meter*, सिलेंडर*, cylinder*, silinder*, cilinder*, लाइन, line, रबर, rubber, जोड़, joint*, ज्वाइंट, पीली, पीला, peela, peeli, pili, wala pipe, tank, connection, नोजल, nozzle, cock",
  unlit:
    "खुला, khula, खुली, khuli, चालू रह*, chalu, knob*, नॉब*, burner*, बर्नर*, जलाए, bina jalaye, बिना जलाए, bujh*, बुझ*, बंद नहीं हो*, band nahi ho*, band nhi ho*, रात भर, raat bhar, rat bhar, jalta nahi, जलता नहीं, khula reh*, खुला रह*, खुला छूट*, khula chhut*, भूल*, bhool*, bhul*, on rah*, ghum*, घूम*, ghoom*",
  unwell:
    "do do dikh*, दो दो दिख*, jhunjhuni, धुंधला, सिर दर्द, सिरदर्द, sir dard, sar dard, sirdard, sardard, सिर, sir me, चक्कर, chakkar, chakar, उल्टी*, ulti*, उलटी*, मतली, जी मिचल*, ji michl*, jee, घबराहट, ghabra*, नींद, neend, nind, susti, सुस्त*, sust*, कमजोर*, kamzor*, kamjor*, सांस, साँस, saans, sans, खांसी, खाँसी, khansi, थकान, thak*, flu, बुखार, धड़क*, dhadk*, बीमार, bimar, beemar, तबीयत, tabiyat, tabiyet, आँख*, आंख*, aankh*, ankh*, dam ghut*, दम घुट*, माथा, matha, sar, headache, बेचैन*, bechain*, ghut*, घुट*, jalan, जलन, भारी, bhari, नशा*, nasha, nashe, नशे, hangover, लड़खड़ा*, ladkhada*, अजीब, ajeeb",
  unconscious:
    "बेहोश*, behosh*, गिर गय*, gir gay*, gir pad*, गिर पड़*, मर गय*, mar gay*, mara, mari, होश, hosh, uth nahi, उठ नहीं, जवाब नहीं, jawab nahi, जाग नहीं, mar gya, मरी, मरा हुआ, नहीं उठ, नहीं जाग, जाग नहीं, jaag nahi, jag nahi, nahi uth, saans nahi, सांस नहीं, साँस नहीं, sote reh*, सोते रह*",
  person:
    "माँ, मां, mummy, mammi, papa, पापा, पिता*, दादी, dadi, दादा, dada, दादाजी, nani, नानी, पत्नी, patni, biwi, बीवी, पति, pati, बच्च*, bachch*, bache, baccha, bacche, bete, बेट*, beti, पड़ोस*, padosi*, pados*, किराएदार, kirayedar, भाई, bhai, बहन, behen, सब, sab, सबको, sabko, सबका, परिवार, parivar, family, सास, saas, sasur, ससुर, हम दोनों, wife, husband, roommate, दोस्त, dost",
  animal: "कुत्त*, kutta, kutte, kutt*, बिल्ली, billi, तोता, tota, चिड़िया, chidiya, पक्षी, parrot, khargosh",
  better:
    "बाहर जा*, bahar ja*, bahar nikal*, बाहर निकल*, ठीक हो जा*, theek ho ja*, thik ho ja*, बाहर आ*, bahar aa*, aaram, आराम, chhat pe, office me, balcony, बालकनी, khuli hawa, खुली हवा, ghar aate",
  appliance:
    "गीजर*, गीज़र*, geyser*, geezer*, giser*, gizar*, चूल्ह*, chulh*, chula, chulhe, चूल्हा, स्टोव, stove*, बॉयलर*, boiler*, ब्वायलर, हीटर*, heater*, oven, ओवन, तंदूर, tandoor, भट्ठी, bhatti, रसोई, rasoi, kitchen, किचन, hob",
  exhaust:
    "धुआँ, धुआं, धुएँ, धुएं, dhua*, dhuan, dhuen, चिमनी*, chimney*, वेंट*, vent*, exhaust, एग्जॉस्ट, घोंसल*, ghonsl*, जाली, jaali, jali, बंद पड़*, smoke, flue, फ्लू, रोशनदान, roshandan, हवा, hawa, घुटन, ghutan, जलने, jalne, fumes, duct, झरोख*",
  embers:
    "अंगीठी, angithi, angeethi, sigdi, सिगड़ी, कोयल*, koyl*, koila, जनरेटर, generator, genset, barbeque, barbecue, bbq, तसल*, alav, अलाव, कमरे में जला*, lakdi, लकड़ी, andar, अंदर, बंद कमर*, band kamr*",
  flame:
    "लौ, lau, लपट*, lapat*, flame*, पील*, peel*, pili, नारंगी, narangi, orange, नील*, neel*, yellow, आंच, आँच, aanch, लाल, laal, फड़फड़*, phadk*",
  soot: "कालिख, kalikh, काल*, kala, kale, kaale, kaala, धब्ब*, dhabb*, daag, दाग, भूर*, jhulas*, झुलस*, soot, kali",
  steam: "भाप, bhap, bhaap, धुंध, dhundh, शीश*, sheesh*, shisha, पसीज*, नमी, nami, kanch, कांच",
  detector:
    "lel, honeywell, अलार्म*, alarm*, डिटेक्टर*, detector*, ditector, सेंसर*, sensor*, मोनोऑक्साइड, monoxide, कार्बन, carbon, co, सीओ, machine, मशीन, yantra, यंत्र, dabba, डब्बा",
  beeping:
    "बज*, baj*, बीप*, beep*, चीख*, chikh*, लाल बत्ती, laal batti, lal light, laal light, blink*, टिमटिम*, timtim*, ppm, पीपीएम, चुप नहीं, chup, टूं, tu tu, siren, साइरन, saayren, चिल्ला*, chilla*, reading, दिखा रह*, dikha*, tin tin, pee pee, पीं, चमक*",
  battery: "बैटरी*, battery*, batri, सेल, cell, expire*, एक्सपायर*, har minute, हर मिनट, bettery",
  still:
    "अभी, abhi, अब, ab, लगातार, lagatar, सुबह से, subah se, कल से, kal se, रात से, raat se, फिर से, fir se, phir, फिर, आज, aaj, हमेशा, bar bar, बार बार, जब से, jab se, जब भी, jab bhi, tab se, तब से, रहा है, rahi hai, रही है, raha hai, ज्यादा, तेज, tez, tej, din se, दिन से",
  blast:
    "धमाक*, dhamak*, dhamaka, विस्फोट, blast, ब्लास्ट, आग, aag, fire, जल गय*, jal gay*, fat gaya, भभक*, bhabhak*, bhadk*, भड़क*, lapte, phoot",
  threat:
    "उड़ा दूंगा, उड़ा देगा, uda dunga, uda dega, जानबूझकर, jaan bujhkar, janbujhkar, माचिस, machis, maachis, lighter, आग लगा, aag laga, धमकी, dhamki, मार दूंगा, ढीला कर, dhila kar",
  past: "पिछले, पिछली, pichhle, pichle, pichli, pichhli, साल पहले, saal pehle, पहले, pehle, pahle, mahine, महीने, परसों, था, थी, थे, tha, thi, the, हुआ था, hua tha, 2019, 2020, 2021, 2022, 2023, 2024, gaya tha, गया था, कल",
  bill: "बिल*, bill*, पैस*, paise, paisa, भुगतान, payment, पेमेंट, दाम, कीमत, kimat, रिफंड, refund, वापस, wapas, रुपय*, रुपए, rupay*, rupe*, शुल्क, charge*, चार्ज, महंग*, mehng*, kharcha, खर्च*, जमा, deposit, सब्सिडी, subsidy, rate, किस्त, emi, बकाया, मुआवज*, discount, cheque, paytm, upi",
  account:
    "खाता, खाते, khata, account*, अकाउंट, पासवर्ड, password, login, लॉगिन, वेबसाइट, website, app, ऐप, एप, email, ईमेल, otp, ओटीपी, मोबाइल नंबर, mobile number, online, ऑनलाइन, portal, sms, kyc, मैसेज, message, data, डेटा, link, लिंक, whatsapp",
  visit:
    "अपॉइंटमेंट, appointment, समय, samay, time, टाइम, तारीख, tareekh, date, कब आ*, kab aa*, टेक्नीशियन, टेक्निशियन, technician, इंजीनियर, engineer, सर्विस, service, servicing, मंगलवार, बुधवार, शुक्रवार, सोमवार, monday, visit, विजिट, book*, बुक*, slot, कैंसल, cancel, बदल, भेजें, sunday, nirikshan, जांच",
  reading: "रीडिंग, reading, रीडर, reader, यूनिट, unit*, सीरियल, serial, नंबर, number",
  moving:
    "शिफ्ट*, shift*, ट्रांसफर, transfer, नाम बदल*, naam badal*, naam, नाम, पता बदल*, address, पता, किराय*, kiraye*, rent, मकान मालिक, makan malik, कनेक्शन बंद, घर बदल*, ghar badal*, बेच दिया, noc, एनओसी, ghar bech",
  fitting:
    "लगव*, lagwa*, लगाना, lagana, lagani, लगाने, नया कनेक्शन, naya connection, नया, naya, nayi, नई, install*, इंस्टॉल*, बदलव*, badalwa*, fitting, फिटिंग, connection lena, चाहिए, chahiye, chaiye, hatana, हटान*, shift karna",
  trade:
    "खरीद*, kharid*, बेच*, bech*, कौन सा, kaun sa, kaunsa, ब्रांड, brand, दुकान, dukan, ऑर्डर, order, कितने का, kitne ka, wholesale, quotation, कोटेशन, quote, warranty, वारंटी, free, amazon, olx, model, rate list, offer",
  paper:
    "बीमा, beema, bima, insurance, सर्टिफिकेट, certificate, प्रमाण*, रिपोर्ट, report, कॉपी, copy, कागज*, kagaz, फॉर्म, form, दस्तावेज*, document*, रसीद, rasid, raseed, claim, क्लेम, letter, पत्र, वकील, photo copy, naksha, नक्शा, pdf",
  teaching:
    "ट्रेनिंग, training, मॉक ड्रिल, mock drill, अभ्यास, प्रशिक्षण, स्कूल, school, कॉलेज, college, project, प्रोजेक्ट, निबंध, essay, poster, पोस्टर, छात्र, student*, शिविर, camp, क्लास, class, demo, जागरूकता, workshop, कार्यशाला, होमवर्क, test, टेस्ट, pariksha, नाटक, bachchon ko",
  news: "खबर*, khabar*, न्यूज*, news, अखबार, akhbar, फिल्म, film, movie, वीडियो, video, टीवी, tv, पढ़ा, padha, सुना, suna, dekha, youtube, web series, kitab, serial, सीरियल में",
  job: "नौकरी, naukri, job, भर्ती, bharti, आवेदन, vacancy, वैकेंसी, resume, interview, इंटरव्यू, apply, pilot project, पायलट, biodata, tender, dealership, डीलर",
  thanks:
    "धन्यवाद, dhanyavad*, dhanywad, शुक्रिया, shukriya, shukria, thank*, थैंक*, अच्छ*, accha, achha, acha, badhiya, बढ़िया, मेहरबानी, तारीफ, star, स्टार, khush, खुश, great, mast, शाबाश, आभार, aabhar",
  mended:
    "ठीक कर*, theek kar*, thik kar*, ठीक हो गय*, theek ho gay*, thik ho gay*, बदल गय*, badal gay*, repair*, मरम्मत, solve, सुलझ*, हो गया था, test pass, टेस्ट पास, check kar*, चेक कर*, झूठ*, nikla, निकला, fix, जांच कर ली, sab theek, सब ठीक, sab thik, kar gaye, कर गए",
  sound:
    "ठीक है, theek hai, thik hai, ठीक हैं, सही, sahi, sahi hai, सलामत, salamat, ok, ओके, सुरक्षित, surakshit, safe, काम कर रह*, chal raha, कोई दिक्कत नहीं, koi dikkat nahi, koi problem nahi, koi khatra nahi, koi jaldi nahi, normal, badhiya hai, theek hain",
  denial:
    "गंध नहीं, बदबू नहीं, smell nahi, smell nhi, badbu nahi, badboo nahi, लीक नहीं, leak nahi, leak nhi, गैस नहीं, कोई गंध, बिल्कुल नहीं, bilkul nahi, kuch nahi, कुछ नहीं, कभी नहीं, नहीं, nahi, nahin, nhi, ना, na, मत, mat, bina, बिना",
  cover:
    "ढक्कन, dhakkan, दरवाज*, darwaz*, darwaja, बक्स*, box, डिब्ब*, dibb*, ताला, tala, taala, चाबी, chabi, अलमारी, almari, दीवार, deewar, diwar, पेंट, टाइल*, tile*, गेट, gate, कब्ज*, फर्श, cover, कवर, सड़क टूट*, plaster, shutter",
  water:
    "पानी, paani, pani, नल, nal, tapak*, टपक*, बारिश, baarish, barish, टंकी, tanki, बाथरूम, bathroom, bathrum, toilet, छत टपक*, sink, सिंक, बाढ़, seepage, wash",
  odour:
    "नाल*, naali, naala, नाली, gutter, गटर, सीवर, sewer, paint, पेंट, रंग, खाना, khana, जला हुआ खाना, सिगरेट, cigarette, इत्र, perfume, कूड़*, kooda, kuda, kachra, कचर*, फिनाइल, phenyl, petrol, पेट्रोल, डीजल, diesel, मछली, machhli, machli, गोबर, gobar, अगरबत्ती, agarbatti, बीड़ी, daal jal, दाल, तड़का, tadka, masale, मसाल*, sabzi",
  figure:
    "सिर फट*, sir fat*, dimag, दिमाग*, gas chambar, gas pe, toxic, जहर*, zehr*, zahar*, आग लगे, aag lage, aag laga, आग बबूला, हवा निकल, hawa nikal gayi, hawa tight, gadbad, गड़बड़, daal me kala, दाल में काला, lol, haha, 420, bomb, बम, sar dard ban, सिरदर्द बन, महंगाई, pet me gas, पेट में गैस, gas ban, हवाबाज*, फेंक",
  ringing:
    "चोर, chor, car alarm, घड़ी, ghadi, घंटी, ghanti, फोन, phone, smoke alarm, reminder, notification, alarm clock, security, fire alarm, doorbell, सायरन गाड़ी, lift, नोटिस",
  cold: "गर्म पानी, garam pani, garam paani, ठंड*, thand*, प्रेशर, pressure, presar, गैस नहीं आ*, gas nahi aa*, gas nhi aa*, supply, सप्लाई, कम आ*, kam aa*, धीम*, dheem*, dhimi, स्लो, slow, error, जल नहीं रहा, jal nahi, shuru nahi, शुरू नहीं, नहीं चल रह*, काम नहीं कर*, चालू नहीं, nahi chal rah*, kaam nahi kar*, chalu nahi, गरम नहीं, garam nahi",
  complaint:
    "शिकायत*, shikayat*, complain*, कंप्लेंट, बदतमीज*, badtameez*, इंतज़ार, इंतजार, intezar, intzar, लापरवाह*, बेकार, bekar, bekaar, ghatiya, घटिया, customer care, कस्टमर केयर, हफ्ते से, hafte se, जवाब नहीं दे*, nahi aaya, नहीं आया, helpline, late, sharm, शर्म, रिश्वत",
  supposing:
    "अगर, agar, क्या करना, kya karna, kya kare, क्या करें, जानना, janna, जानकारी, jankari, jaankari, पूछना, puchna, poochna, कैसे, kaise, क्यों, kyun, kyon, सवाल, sawal, कितनी बार, kitni bar, क्या मैं, kya mai, बताएं, bataye*, batao, बताइए, sakte hai, सकते हैं, kya, क्या, कितने दिन, kabhi, कभी, norm*",
}
