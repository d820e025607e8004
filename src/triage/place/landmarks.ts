/** Well-known places that the lists lack, by district; general knowledge, further spellings after `|`. */
export const LANDMARKS: Readonly<Record<string, string>> = {
  agra: 'Taj Mahal|ताजमहल;Agra Fort;Sadar Bazar Agra;St Johns Crossing;ISBT Agra;Guru Ka Tal',
  aligarh: 'AMU Campus;Ramghat Road',
  ayodhya: 'Ram Ki Paidi|राम की पैड़ी;Hanuman Garhi;Saryu Ghat|सरयू घाट;Naya Ghat',
  barabanki: 'Dewa Sharif|देवा शरीफ',
  bareilly: 'Satellite Bus Stand;Chaupula;DD Puram',
  'gautam-buddha-nagar': 'DLF Mall of India;GIP Mall|Great India Place;Botanical Garden Metro;Noida City Centre;Noida Electronic City;Pari Chowk|परी चौक;Sharda University;Galgotias University;Gaur City Mall;Noida Film City;Knowledge Park;Sector 18 Metro;Jewar Airport;Supertech Capetown;Kisan Chowk;Alpha 1 Greater Noida',
  ghaziabad: 'Shipra Mall;Gaur Green;Mohan Nagar Ghaziabad;Vaishali Metro;Kaushambi Metro|Kaushambi Bus Stand|कौशांबी मेट्रो;Anand Vihar Ghaziabad;Hapur Chungi;Hindon Airport;Raj Nagar District Centre;Loni Border;Dilshad Garden Ghaziabad',
  gorakhpur: 'BRD Medical College;Gorakhnath Mandir|गोरखनाथ मंदिर;Nauka Vihar',
  jhansi: 'Elite Chauraha;Sipri Bazar',
  'kanpur-nagar': 'Z Square Mall|Z Square;Rave Moti;IIT Kanpur;Kanpur Central|Kanpur Central Station|कानपुर सेंट्रल;Parade Chauraha;Bada Chauraha Kanpur;Ghantaghar Kanpur;Hallet Hospital|LLR Hospital;Rama Devi Chauraha',
  lucknow: 'KGMU|KGMC;SGPGI|PGI Lucknow;Lulu Mall|लुलु मॉल;Phoenix Palassio;Charbagh Station|चारबाग;Polytechnic Chauraha|पॉलिटेक्निक;Bhoothnath Market;Wave Mall;Sahara Ganj;Patrakarpuram;Kamta Chauraha|कमता;Munshi Pulia|मुंशी पुलिया;Tedhi Pulia;Engineering College Chauraha;Janeshwar Mishra Park;Ekana Stadium;Gomti Riverfront;Hanuman Setu;Lohia Hospital;Lohia Park;Kaiserbagh Bus Stand;Parivartan Chowk;1090 Chauraha',
  mathura: 'Banke Bihari|बांके बिहारी|Banke Bihari Mandir;Prem Mandir|प्रेम मंदिर;Krishna Janmabhoomi;Govardhan Parikrama',
  meerut: 'Begum Pul|बेगमपुल;Abu Lane;Hapur Adda;Meerut Cantt;Shastri Nagar Meerut',
  mirzapur: 'Vindhyachal Mandir|विंध्याचल मंदिर',
  prayagraj: 'Sangam Ghat|संगम;Magh Mela|माघ मेला;Kumbh Mela|कुंभ मेला|Mahakumbh|महाकुंभ;Subhash Chauraha Prayagraj;Naini Bridge;Civil Lines Allahabad',
  varanasi: 'Assi Ghat|अस्सी घाट;Dashashwamedh Ghat|दशाश्वमेध घाट;Manikarnika Ghat;Kashi Vishwanath Mandir|काशी विश्वनाथ मंदिर;Godowlia|Godaulia|गोदौलिया;BHU Campus|बीएचयू;Sigra Varanasi;Lanka BHU|Lanka Varanasi;JHV Mall;Varanasi Cantt|वाराणसी कैंट;Maldahiya;DLW Varanasi|BLW;Sarnath|सारनाथ',
}

/** Roads through several districts, most of them named after two: the name says nothing of the place. */
export const CORRIDORS: readonly string[] = [
  'Yamuna Expressway', 'यमुना एक्सप्रेसवे', 'Agra Lucknow Expressway', 'Lucknow Agra Expressway', 'आगरा लखनऊ एक्सप्रेसवे', 'लखनऊ आगरा एक्सप्रेसवे', 'Purvanchal Expressway', 'पूर्वांचल एक्सप्रेसवे',
  'Bundelkhand Expressway', 'बुंदेलखंड एक्सप्रेसवे', 'Ganga Expressway', 'गंगा एक्सप्रेसवे', 'Gorakhpur Link Expressway', 'Delhi Meerut Expressway', 'दिल्ली मेरठ एक्सप्रेसवे', 'Eastern Peripheral Expressway',
  'Lucknow Kanpur Expressway', 'Kanpur Lucknow Highway', 'Lucknow Kanpur Highway', 'Delhi Lucknow Highway', 'Delhi Dehradun Expressway', 'Agra Delhi Highway', 'Delhi Agra Highway', 'Agra Mathura Highway',
]
