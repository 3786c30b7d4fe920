/**
 * Words of languages that the rules do not know for what people write about otherwise: bills, payments, addresses,
 * contracts, appointments, accounts. A text with one of these and no word for danger is not asked about.
 */
export const EVERYDAY_WORDS = `发票, 账单, 帐单, 地址, 付款, 缴费, 退款, 费用, 合同, 搬家, 预约, 读数, 密码, 登录, 姓名, 电话号码, 太高, 請求書, 請求, 料金, 住所,
  支払, 引っ越し, 予約, 契約, 名義, 發票, 帳單, 付費, 繳費, 預約, 搬遷, 청구서*, 요금*, 주소*, 납부*, 이사*, 예약*, 계약*, 환불*, fatura*, fatur*, conta, boleto, pagamento*, endereço*,
  morada, contrato, leitura, mudança, reembolso*, bollett*, fattura*, indirizzo, pagament*, contratto, trasloc*, rimborso, lettura, autolettura, appuntamento, factuur,
  rekening, betaling, adres, verhuiz*, contract, afspraak, meterstand, terugbetaling, factura*, plată, plata, adresa, adresă, contractul, rambursare, счет, счёт, счета, счёта,
  квитанц*, оплат*, адрес, договор, переезд, переезж*, показани*, возврат, рахун*, оплач*, адреса, переїзд, договір, fatura, ödeme, ödedim, adres*, sözleşme, taşın*, randevu, iade,
  abone*, đơn, toán, địa, tagihan, pembayaran, alamat, kontrak, pindah, bil, bayaran, bili, malipo, anwani, bayar, singil, kontrata, számla*, számlá*,
  fizet*, cím, címe*, szerződés*, účet, faktur*, platb*, adresu, smlouv*, stěhov*, účt*, zmluv*, račun*, uplat*, adresu, ugovor, lasku, maksu*, osoite*, räkning*, faktura*, betalning,
  adress, flytt*, regning*, betaling, adresse, λογαριασμ*, πληρωμ*, διεύθυνση, συμβόλαιο, μετακόμι*, חשבון, חשבונית, תשלום, כתובת, חוזה, החזר, بل, ادائیگی, پتہ, قبض, پرداخت, آدرس, قرارداد, বিল*,
  ঠিকানা, পেমেন্ট, টাকা, ரசீது, பில்*, முகவரி, பணம், బిల్లు*, చిరునామా, డబ్బు, ಬಿಲ್*, ವಿಳಾಸ, ಹಣ, ബിൽ*, വിലാസം, પણ બિલ, બિલ*, સરનામું, ਬਿੱਲ*, ਪਤਾ, बिल*, पत्ता, ठेगाना, බිල*, ලිපිනය, ሂሳብ, ክፍያ, አድራሻ,
  biil*, lacag, kudi, takardar kuɗi, owó, fatûre*, navnîşan, فاتورە, بېل, sąskait*, mokėj*, adresą, rēķin*, maksāj*, arve*, aadress`
