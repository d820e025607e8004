/**
 * States, large cities and countries outside Uttar Pradesh, so that a post about them is not taken for ours. Each line is
 * the name shown and further spellings. Names that are also places or words here are left out (Aurangabad, Bilaspur, Una).
 */
const LINES = `
Delhi|New Delhi|Dilli|दिल्ली|नई दिल्ली|Karol Bagh|Rohini Delhi|Dwarka Delhi|Connaught Place|Chandni Chowk|Saket Delhi|Lajpat Nagar Delhi|NCT of Delhi
Bihar|बिहार राज्य|Bihar police
Patna|पटना
Gaya Bihar|Muzaffarpur|मुजफ्फरपुर|Bhagalpur|भागलपुर|Darbhanga|दरभंगा|Purnia|Chhapra|Siwan|Gopalganj Bihar|Begusarai|Samastipur|Motihari|Sasaram|Buxar|Bhabua
Jharkhand|झारखंड|Ranchi|रांची|Jamshedpur|Dhanbad|धनबाद|Bokaro|Deoghar
West Bengal|पश्चिम बंगाल|Kolkata|कोलकाता|Calcutta|Howrah|हावड़ा|Siliguri|Asansol|Durgapur
Odisha|ओडिशा|Bhubaneswar|Cuttack|Puri Odisha|Rourkela
Madhya Pradesh|मध्य प्रदेश|Bhopal|भोपाल|Indore|इंदौर|Gwalior|ग्वालियर|Jabalpur|जबलपुर|Ujjain|उज्जैन|Satna|सतना|Rewa|Sagar MP|Morena|Bhind|Datia|Katni
Chhattisgarh|छत्तीसगढ़|Raipur|रायपुर|Bhilai
Rajasthan|राजस्थान|Jaipur|जयपुर|Jodhpur|जोधपुर|Udaipur|उदयपुर|Kota Rajasthan|Kota|कोटा|Ajmer|अजमेर|Bikaner|Alwar|अलवर|Bharatpur Rajasthan|Dholpur
Haryana|हरियाणा|Gurgaon|Gurugram|गुरुग्राम|गुड़गांव|Faridabad|फरीदाबाद|Panipat|पानीपत|Sonipat|Karnal|Rohtak|Hisar|Ambala|Kurukshetra|Palwal
Punjab|पंजाब|Chandigarh|चंडीगढ़|Ludhiana|लुधियाना|Amritsar|अमृतसर|Jalandhar|Patiala|Bathinda|Mohali
Himachal Pradesh|हिमाचल|Shimla|शिमला|Manali|Dharamshala
Uttarakhand|उत्तराखंड|Dehradun|देहरादून|Haridwar|हरिद्वार|Rishikesh|ऋषिकेश|Nainital|नैनीताल|Haldwani|हल्द्वानी|Roorkee|रुड़की|Rudrapur Uttarakhand|Kashipur Uttarakhand|Udham Singh Nagar|Mussoorie
Jammu|जम्मू|Kashmir|कश्मीर|Srinagar|श्रीनगर|Ladakh
Maharashtra|महाराष्ट्र|Mumbai|मुंबई|Bombay|Pune|पुणे|Nagpur|नागपुर|Thane Mumbai|Navi Mumbai|Nashik|Andheri|Bandra
Gujarat|गुजरात|Ahmedabad|अहमदाबाद|Surat|सूरत|Vadodara|Rajkot|Gandhinagar Gujarat
Goa|Panaji
Karnataka|कर्नाटक|Bengaluru|Bangalore|बेंगलुरु|Mysuru|Mysore|Mangaluru|Hubli
Tamil Nadu|Chennai|चेन्नई|Coimbatore|Madurai
Kerala|केरल|Kochi|Thiruvananthapuram|Kozhikode|Wayanad
Telangana|तेलंगाना|Hyderabad|हैदराबाद|Secunderabad|Warangal
Andhra Pradesh|Visakhapatnam|Vijayawada|Tirupati
Assam|असम|Guwahati|गुवाहाटी|Manipur|मणिपुर|Imphal|Tripura|Meghalaya|Nagaland|Mizoram|Sikkim|Arunachal
Nepal|नेपाल|Kathmandu|काठमांडू|Birgunj
Pakistan|पाकिस्तान|Bangladesh|बांग्लादेश|Dhaka|Lahore|Karachi|Dubai|दुबई|London|New York|USA|America|Canada|Ukraine|Israel|Gaza|Saudi|Qatar|Kuwait|Singapore
`

/** [name shown, every spelling of it and of what belongs to it]. */
export const ELSEWHERE: readonly (readonly [name: string, spellings: readonly string[]])[] = LINES.trim().split('\n').map((line) => {
  const spellings = line.split('|')
  return [(spellings[0] ?? '').replace(/ Bihar$/u, ''), spellings]
})
