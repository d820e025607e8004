/**
 * Devanagari spellings that differ from the usual one by more than folding mends, and forms of Bhojpuri, Awadhi and
 * Bundeli for the Hindi ones: each line is the usual form and what is written for it. In the form that foldDevanagari
 * gives. Only words that decide, or that carry time and person.
 */
const LINES = `
मदद: मदत मददत मद्द मद्दद मदद् मदत् मददद मदद़ मददो
बचाओ: बच्चाओ बचावो बचओ बचायो बचाऔ बचाव्ओ बचावा बचावऽ बचाईं बचाइ बचाउ बचवा बचाबो
बचाइए: बच्चाइए बचाईये बचाइऐ बचाईऐ बचावईं
बच्चा: बचचा बच्छा लरिका लरका
बच्चे: बचचे लरिके लरिकन लइकन
लड़की: लरिकी लइकी लरकिनी बिटिवा
पुलिस: पुलीस पोलिस पुलिश पूलिस पुलस पुलिसवा पोलीस
थाना: थानां
गुंडे: गुन्डे गूंडे गुंडवे
खून: खुन
आग: आाग अाग
गोली: गोलि गौली
चाकू: चाकु चक्कू
बंदूक: बंदुक बन्दुक
जल्दी: जलदी जल्दि जल्दीि जलदि जल्द्दी
नहीं: नही नहि नहीँ नाहीं नाही नइखे नहिं नैयां नइयां
है: हे है़ बा बाटे हवे हौ अहै आहै हइ हव ह़ै
हैं: हे़ं बाड़े बाटन बाड़न हइन हवें अहैं हँय
हूं: हु हुं हू हूँ
रहे: रहें रहेन रहिन
मुझे: मुजे मुझें मुझको मुझै मोहे हमका हमके मोय मोए
मेरे: मेरै हमार हमरे हमरा मोरे मोर म्हारे
मेरी: मेरि हमारि हमरी मोरी
घर: घरवा घरे
मार: मारर मारि
मारा: मारिस मरलस मारलस मारेन मारो
मारते: मारत
मर: मरर मरि
गया: गवा गइल गयो गओ
गए: गइन गयेन गइलन गये गइले
आया: आवा आइल आयो अइले
आइए: आईये आइये
दौड़: दौरि दउर दउरि
कमरे: कमरें
दरवाजा: दरवजा दरबाजा दरवाज़ा दुआर दुवार किवाड़ केवाड़
दरवाजे: दरवजे दरबाजे दुआरे किवाड़े
आदमी: आदमि मनई मनइ अदमी आदमीं
औरत: ओरत मेहरारू
लोग: लोगन मनइन
पिता: बाबूजी
माता: महतारी मतारी माई
पत्नी: पत्नि पतनी
पति: पती
धमकी: धमकि धमकीं
अपहरण: अपहरन अपरहण
लापता: लपता लापाता
आत्महत्या: आतमहत्या आत्महत्त्या आत्महातया आतमहतिया
छेड़छाड़: छेड़छाड छेडछाड़
हत्या: हत्त्या हतया
एंबुलेंस: एम्बुलेंस एंबुलेन्स एम्बूलेंस अम्बुलेंस एबुलेंस
अस्पताल: हस्पताल असपताल अस्पतल
दुर्घटना: दुर्घट्ना दूर्घटना
एक्सीडेंट: एक्सिडेंट ऐक्सीडेंट एक्सीडेन्ट एक्सिडेन्ट
पीछा: पिछा पीच्छा
अकेली: अकेलि एकेली
लाठी: लठिया लाठि
झगड़ा: झगरा झगडा
`

function compile(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const line of LINES.trim().split('\n')) {
    const [usual = '', written = ''] = line.split(': ')
    const target = usual.replace(/\u093c/gu, '')
    for (const word of written.split(' ')) {
      const spelt = word.replace(/\u093c/gu, '').replace(/\u0901/gu, '\u0902')
      if (spelt && spelt !== target && !UNTOUCHED.has(spelt)) map.set(spelt, target)
    }
  }
  return map
}

/** Words of their own that the lines above must never change. */
const UNTOUCHED = new Set(['आओ', 'कमरा', 'हे', 'मारो', 'ह', 'मोर', 'बा', 'रहें', 'आवा', 'हु'])

const USUAL = compile()

/** The usual form of a word in Devanagari. Takes and gives the output of foldDevanagari. */
export function usualSpelling(word: string): string {
  return USUAL.get(word) ?? word
}
