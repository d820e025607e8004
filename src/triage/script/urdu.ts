import { foldDevanagari } from './devanagari.ts'

/** Letters of the Arabic script as Urdu uses them → Devanagari, nukta already dropped. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'ब', پ: 'प', ت: 'त', ٹ: 'ट', ث: 'स', ج: 'ज', چ: 'च', ح: 'ह', خ: 'ख', د: 'द', ڈ: 'ड', ذ: 'ज', ر: 'र', ڑ: 'ड', ز: 'ज', ژ: 'ज', س: 'स', ش: 'श', ص: 'स', ض: 'ज', ط: 'त', ظ: 'ज', غ: 'ग', ف: 'फ', ق: 'क', ک: 'क', ك: 'क', گ: 'ग', ل: 'ल', م: 'म', ن: 'न', ہ: 'ह', ه: 'ह', ۃ: 'त', ة: 'त',
}
const ASPIRATED: Readonly<Record<string, string>> = { क: 'ख', ग: 'घ', च: 'छ', ज: 'झ', ट: 'ठ', ड: 'ढ', त: 'थ', द: 'ध', प: 'फ', ब: 'भ' }
const VOWELS_AT_START: Readonly<Record<string, string>> = { ا: 'अ', آ: 'आ', ع: 'अ', و: 'व', ی: 'य', ي: 'य', ے: 'ए', ئ: 'इ', ؤ: 'ओ', أ: 'अ' }
const SIGNS: Readonly<Record<string, string>> = { ا: 'ा', آ: 'आ', و: 'ो', ؤ: 'ो', ی: 'ी', ي: 'ी', ى: 'ी', ے: 'े', ں: 'ं', '\u0650': 'ि', '\u064f': 'ु' }
/** After another vowel. */
const INDEPENDENT: Readonly<Record<string, string>> = { و: 'ओ', ؤ: 'ओ', ی: 'ई', ے: 'ए', ئ: '' }
const DOUBLE_EYE = 'ھ'
const HE = new Set(['ہ', 'ه', 'ۃ'])

/**
 * Words of which the letters alone give no Hindi word, since Urdu writes no short vowels: those that decide, and those
 * that carry person, time and place. Devanagari, then the Urdu spellings of it.
 */
const LINES = `
मदद مدد
बचाओ بچاؤ بچاو بچائو
बचाइए بچائیے بچایئے بچائیں
बचा بچا
पुलिस پولیس پلس
आग آگ
मार مار
मारा مارا
मारी ماری
मारे مارے
मारने مارنے
मारते مارتے
मर مر
मरने مرنے
मरना مرنا
कत्ल قتل
खून خون
हत्या ہتیا
जान جان
हमला حملہ حملے
चाकू چاقو چاکو
बंदूक بندوق
गोली گولی گولیاں
पिस्तौल پستول
हथियार ہتھیار
धमकी دھمکی
अगवा اغوا اغواء
अपहरण اپہرن
लापता لاپتہ لاپتا
गुम گم
गुमशुदा گمشدہ
खुदकुशी خودکشی خودکُشی
जहर زہر
फांसी پھانسی
रेप ریپ
बलात्कार بلاتکار
छेड़छाड़ چھیڑچھاڑ
चोरी چوری
चोर چور
लूट لوٹ
लूटा لوٹا
डाका ڈاکہ ڈاکا
डकैती ڈکیتی
ठगी ٹھگی
धोखा دھوکہ دھوکا
हादसा حادثہ حادثے
एक्सीडेंट ایکسیڈنٹ ایکسیڈینٹ
जख्मी زخمی
बेहोश بیہوش بےہوش
एंबुलेंस ایمبولینس ایمبولنس
अस्पताल اسپتال ہسپتال
डॉक्टर ڈاکٹر
दंगा دنگا فساد
भीड़ بھیڑ
पत्थर پتھر پتھراؤ
दरवाजा دروازہ
दरवाजे دروازے
तोड़ توڑ
ताला تالا
बंद بند
कमरे کمرے
कमरा کمرہ
घर گھر
घुस گھس
अंदर اندر
बाहर باہر
छत چھت
गली گلی
लड़की لڑکی
लड़के لڑکے
लड़का لڑکا
बच्चा بچہ بچّہ
बच्चे بچے بچوں
बच्ची بچی
बेटी بیٹی
बेटा بیٹا
बेटे بیٹے
बहन بہن
भाई بھائی
मां ماں
अम्मी امی
अब्बू ابو
बाप باپ
पिता والد
माता والدہ
पति شوہر
पत्नी بیوی
शौहर خاوند
औरत عورت عورتیں
आदमी آدمی
लोग لوگ لوگوں
मुझे مجھے مجھ
मेरे میرے
मेरी میری
मेरा میرا
हम ہم
हमारे ہمارے
हमारी ہماری
हमें ہمیں
उसने اسنے
इस اس
उन ان
वह وہ
यह یہ
कोई کوئی
कुछ کچھ
है ہے
हैं ہیں
हूं ہوں
हो ہو
हुआ ہوا
हुई ہوئی
रहा رہا
रहे رہے
रही رہی
गया گیا
गई گئی گئ
गए گئے گۓ
था تھا
थी تھی
थे تھے
दिया دیا
दो دو
दीजिए دیجیے دیجئے دیجئیے
करो کرو
करें کریں
कर کر
किया کیا
की کی
के کے
का کا
को کو
में میں مےں
से سے
ने نے
पर پر
और اور
नहीं نہیں نہں
मत مت
अभी ابھی
जल्दी جلدی
फौरन فوراً فورا
आज آج
कल کل
रात رات
सुबह صبح
शाम شام
खतरा خطرہ خطرے
डर ڈر
रो رو
चीख چیخ
चिल्ला چلّانا
बुलाओ بلاؤ بلائو
बुलाइए بلائیے
भेजो بھیجو
भेजिए بھیجیے بھیجئے
अकेली اکیلی
अकेला اکیلا
पीछा پیچھا
पीछे پیچھے
पकड़ پکڑ
फंसे پھنسے
फंसा پھنسا
जल جل
जला جلا
डूब ڈوب
सांप سانپ
कुत्ता کتا
दहेज جہیز
ससुराल سسرال
तलाक طلاق
जमीन زمین
कब्जा قبضہ
रिश्वत رشوت
थाना تھانہ تھانے
चौकी چوکی
दारोगा داروغہ
एफआईआर ایفآئیآر
शिकायत شکایت
मेहरबानी مہربانی
शुक्रिया شکریہ
साहब صاحب
जनाब جناب
सर سر
शहर شہر
गांव گاؤں
मोहल्ला محلہ
सड़क سڑک
मस्जिद مسجد
मदरसा مدرسہ
स्टेशन اسٹیشن سٹیشن
ट्रेन ٹرین
बस بس
लखनऊ لکھنؤ لکھنو لکھنئو
कानपुर کانپور
आगरा آگرہ
मेरठ میرٹھ
बरेली بریلی
अलीगढ़ علیگڑھ علی‌گڑھ
मुरादाबाद مرادآباد
रामपुर رامپور
सहारनपुर سہارنپور
इलाहाबाद الہآباد الہٰآباد
प्रयागराज پریاگراج
बनारस بنارس
वाराणसी وارانسی
गोरखपुर گورکھپور
आजमगढ़ اعظمگڑھ
मऊ مئو
गाजियाबाद غازیآباد
नोएडा نوئیڈا نوئڈا
मुजफ्फरनगर مظفرنگر
बिजनौर بجنور
संभल سنبھل
अमरोहा امروہہ
देवबंद دیوبند
दिल्ली دہلی دلی
सीतापुर سیتاپور
बाराबंकी بارہبنکی
फैजाबाद فیضآباد
अयोध्या ایودھیا
जौनपुर جونپور
शाहजहांपुर شاہجہانپور
बदायूं بدایوں
`
/** Marks of short vowels and doubling, the stretching line, joiners. */
const DROPPED = /[\u064b-\u064e]|\u0651|\u0652|\u0640|\u0621|\u0670|\u200c|\u200d/gu

/** Letters that differ by code alone are one. */
function bare(word: string): string {
  return word.normalize('NFC').replace(DROPPED, '').replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('ه', 'ہ').replaceAll('ۂ', 'ہ').replaceAll('ۓ', 'ئے')
}

const KNOWN: ReadonlyMap<string, string> = new Map(LINES.trim().split('\n').flatMap((line) => {
  const at = line.search(/\s[\u0600-\u06ff]/u)
  const hindi = foldDevanagari(line.slice(0, at).trim())
  return line.slice(at).trim().split(/\s+/u).map((urdu) => [bare(urdu), hindi] as const)
}))

/**
 * The Devanagari spelling of an Urdu word, so that one lexicon serves it: a table for the words that decide, letter by
 * letter for the rest (گھر → घर, جلدی → जलदी, which folds like जल्दी). One pass.
 */
export function fromUrdu(word: string): string {
  const plain = bare(word)
  return KNOWN.get(plain) ?? foldDevanagari(letters(plain))
}

function isVowel(out: string): boolean {
  const unit = out.charCodeAt(out.length - 1)
  return (unit >= 0x93e && unit <= 0x94c) || (unit >= 0x905 && unit <= 0x914)
}

function letters(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] ?? ''
    const isLast = i === word.length - 1
    if (letter === DOUBLE_EYE) {
      const aspirated = ASPIRATED[out.at(-1) ?? '']
      out = aspirated ? out.slice(0, -1) + aspirated : `${out}ह`
    } else if (HE.has(letter) && isLast && out.length > 1) out += 'ा'
    else if (CONSONANTS[letter] !== undefined) out += CONSONANTS[letter]
    else if (INDEPENDENT[letter] !== undefined && isVowel(out)) out += INDEPENDENT[letter]
    else if (out === '') out += VOWELS_AT_START[letter] ?? ''
    else if (letter === 'و' && word[i + 1] === 'ا') out += 'व'
    else if ((letter === 'ی' || letter === 'ئ') && word[i + 1] === 'ا') out += 'य'
    else out += SIGNS[letter] ?? ''
  }
  return out
}
