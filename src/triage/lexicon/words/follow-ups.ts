/**
 * What further posts of a thread say, as patterns over words: one word after the other with at most one other between,
 * `a|b` either, `{name}` one of a group below, `#` a number. A Roman spelling also finds its sloppy ones and the Devanagari
 * one by its key (script/fold.ts). They have a table of their own, so that they touch no score.
 */
export const FOLLOW_UP_GROUPS: Readonly<Record<string, string>> = {
  not: 'nahi nhi nahin nai nehi ni nahee not no never didnt hasnt havent hadnt isnt arent wont नहीं नही न',
  anyone: 'koi kisi kissi nobody noone anyone anybody कोई किसी',
  police: `police polis pulis prv pcr 112 100 team patrol constable officer daroga dm sipahi sp thana thane ambulance gadi gaadi van force brigade fire dial boat naav crane tanker
    पुलिस पीआरवी टीम गाड़ी एंबुलेंस दरोगा सिपाही फोर्स मदद help madad`,
  come: `aaya aayi aaye aya ayi aye aai aa aana aayega aayegi aayenge pahuncha pahunchi pahunche pahucha pahuchi pahuche phucha pahunch come came coming arrived
    arrive reached reach reaching turned visited आया आई आए आयी आये आ पहुंचा पहुंची पहुंचे पहुंच`,
  answer: `jawab javab reply response sunwai sunvai sunwayi karyawahi karyavahi karwai karvai karwayi action help madad update call callback uttar answer
    जवाब सुनवाई कार्रवाई कार्यवाही मदद उत्तर रिप्लाई`,
  time: 'ghanta ghante ghnta ghnte minute minutes min mins minat hour hours hr hrs din days day घंटा घंटे मिनट दिन',
  gone: 'gaya gaye gayi gya gye gyi gai gae chuka chuke chuki गया गए गये गई चुका चुके',
  prog: 'raha rahe rahi rha rhe rhi rahi रहा रहे रही',
  you: 'you u ya aap log police help cops patrol somebody someone team आप',
  barrier: 'gate darwaza darwaja darwaze door tala lock khidki window deewar wall kundi shutter गेट दरवाजा दरवाजे ताला खिड़की दीवार कुंडी शटर',
  inside: 'andar ander anadr inside bhitar ghar अंदर भीतर घर',
  kin: `beta beti bete bachcha bachchi bacha bachi bhai behan bahan maa amma papa pitaji pita mata dadi dada nana nani pati patni bitiya munna son daughter mother father
    brother sister child boy girl wife husband बेटा बेटी बच्चा बच्ची भाई बहन मां अम्मा पापा पिता माता दादी नानी पति पत्नी बिटिया bhatija bhanja chacha`,
  wrote: 'likha likhi tweet tweeted post posted bataya batai kaha shikayat complaint wrote tagged reported लिखा बताया शिकायत ट्वीट पोस्ट',
  did: 'diya di dia dala dali liya li gaya gaye gayi gya gye gyi raha rahe rahi rha rhe rhi chuka chuke दिया दी डाला लिया ली गया गए गई रहा रहे रही चुके',
}

/** Nobody came, nothing happened, the author waits. */
export const NOBODY_CAME = `
  {anyone} {not} {come}; {anyone} mauke|dekhne|milne|jaanch|ghar {not} {come}; {anyone} {come} {not}; {police} {not} {come}; {police} {come} {not}; {police} ka pata {not}; {police} ki gadi {not}
  {anyone} {answer} {not}; {answer} {not} mil|mila|mili|hui|hua|aaya|aayi|kiya|di|diya|ho; no|zero|without {answer}; {not} {answer} yet|taken|so
  nobody|noone {come}; {not} {come} yet; yet to {come}; still {not} {come}; no one {come}; no one has {come}; nobody has {come}; no one is; nobody is; no one picked|called|responded; nobody picked|called|responded
  {police} abhi|ab|aaj tak {not}; {police} अभी|अब|आज तक {not}; अब|अभी तक न {police}; abhi|ab tak na {police}; no {police} yet|so; # {time} pehle|pahle|ago {wrote}; # {time} पहले|पूर्व {wrote}
  nobody|noone from|has|is|records|visited|called|listens; no one from|visited|called; nobody has; not a single; ek baar bhi {not}; एक बार भी {not}; avgat kara|karaya; अवगत कराया|करा; automatic reply; still nobody; still no one
  still waiting; been waiting; waiting since|for|from; we are waiting; keep waiting; {anyone} sun {not}; {anyone} {not} sun; {not} sun {prog}
  intezar|intzar|intazar|wait kar|kr {prog}; इंतजार कर {prog}; raah|rah dekh {prog}; राह देख {prog}
  kab aaoge|aaoge|aoge|aayenge|aaenge|aayegi|aaegi|aaogey|pahunchoge|pahunchegi|ayenge|ayegi; kab tak {come}|aaoge|aayenge|aayegi|intezar|wait; कब आओगे|आएंगे|आएगी|आयेंगे|आयेगी|पहुंचेंगे|पहुंचेगी; कब तक आएंगे|आओगे|आएगी|इंतजार
  kitni der lagegi|aur|lagega|se; kitna intezar|wait|time; कितनी देर लगेगी|और|में|से; कितना इंतजार|समय
  kahan|kaha|kidhar ho|hain aap|ap|sab; {police} kahan|kaha|kidhar; kahan|kaha|kidhar hai|hain|reh|rah {police}; कहां|कहाँ हो|हैं|है आप|पुलिस|सब
  where is|are|r|the {you}; when will|are|would {you}|they; how much longer; how long will|should|do|must
  nothing done|yet
  {anyone} {answer} {not}; ignore kar {prog}; being ignored; {not} responding|responded|replied|reply|replying; tang aa {gone}; thak {gone} likhte|wait|likh`

/** The same of whoever was awaited, unless it is one's own who did not come home. */
export const NOT_YET = 'abhi|ab|aaj tak {not} {come}; अभी|अब|आज तक {not} {come}; {not} {come} abhi|ab tak; {come} {not} abhi|ab tak'

/** Signs that count half: two of them, or one in a short post. */
export const WAITS = `
  # {time} ho|hogaye|beet|bit|guzar|nikal|nikle {gone}; # {time} ho|hue|hogaye|hogye; ek|do|teen|char|aadha|dedh {time} ho|beet {gone}; एक|दो|तीन|चार|आधा|डेढ़ {time} हो|बीत {gone}; # {time} हो|बीत {gone}
  been # {time}; # {time} passed|over|gone|now|already|later; over an hour; more than # {time}; # {time} se {not}|intezar|wait|call|phone; half an hour
  abhi|ab|aaj tak {not}; abhi|ab|aaj tak {anyone}; अभी|अब|आज तक {not}; अभी|अब|आज तक कोई; till now; so far; til now; even now
  phone|call|fone|number|112 {not} utha|uth|lag|mil|pick; फोन|कॉल {not} उठा|उठ|लग; please reply|respond|answer; reply|jawab do|dijiye|kijiye|karo|kariye; जवाब दो|दीजिए
  kab tak; कब तक; jaldi karo|kijiye|kariye; anyone there; any update; kuch|kuchh {not} hua|hui|kiya|kar; कुछ नहीं हुआ|किया; nothing happened|has; koi update; कोई अपडेट; {anyone} hai kya`

/** It got worse: they are in, they are back, there are more of them, somebody is hurt now. */
export const WORSE = `
  {barrier} tod|todd|toot|tut|tod|kat {did}; {barrier} तोड़|टूट {did}; tod {did} {barrier}; {barrier} broken|broke|breaking|broke|smashed|gave; broke|broken|breaking|smashed the|down|our|my {barrier}|door; kicked|kicking|banging the|down|in
  {inside} aa|ghus|ghush|kood {did}; {inside} आ|घुस|कूद {did}; now they are|r in|inside|here|upstairs; they are|have inside|in|entered|upstairs|back|here; he is|has inside|in|entered|back|upstairs; got|came|come|gotten in|inside
  aag fail|phail|badh {did}; आग फैल|बढ़ {did}; fire is|has spreading|spread; dhua bhar|badh {did}; धुआं भर|बढ़ {did}; pani badh|bhar|chadh {did}; पानी बढ़|भर|चढ़ {did}; water is|level rising
  bhid|bheed|log badh|bad|jama|ikattha {did}; भीड़|लोग बढ़|जमा {did}; aur log|ladke|gunde|aadmi aa|bula|jama; और लोग|लड़के|गुंडे आ|बुला; more people|men|of|boys are|have|them|coming|came; crowd|mob is|has growing|bigger|grown|swelled
  phir|fir se aa|aaya|aaye|aayi|maar|shuru|wahi; phir|fir aa {gone}; wapas|vapas|wapis aa {did}|{gone}; फिर से आ|आया|आए|मार|शुरू; फिर आ {gone}; वापस आ {did}|{gone}; came|come|coming|are|is back; again came|come|started|beating
  maarna|marna|peetna|todna|phenkna|maarne|peetne shuru|laga|lage; मारना|पीटना|तोड़ना|मारने|पीटने शुरू|लगा|लगे; shuru kar|ho {did}; शुरू कर|हो {did}; started|began|begun|starting to|beating|hitting|firing|throwing|breaking|attacking|burning|shouting|bleeding
  goli|firing|fire chal|chali|chalai|kar|shuru; गोली|फायरिंग चल|चली|चलाई; fired|firing shots|at|in|gun; chaku|katta|talwar|tamancha|hathiyar|pistol|danda nikal|nikaal|le|dikha; चाकू|कट्टा|तलवार|तमंचा निकाल|ले|दिखा; now|has|have|got a|with knife|gun|weapon|rod|sword
  khoon|blood nikal|beh|bah|aa|bahut; खून निकल|बह|बहुत; behosh ho|hai|hogaya|hogayi; बेहोश हो|है; unconscious now; not|stopped breathing; saans {not}|ruk; सांस {not}|रुक; is|now bleeding|unconscious
  halat|haalat|tabiyat|sthiti|mahaul bigad|kharab|gambhir|nazuk|aur; हालत|तबीयत|स्थिति|माहौल बिगड़|खराब|गंभीर|नाजुक; getting|got|gone|turning|becoming worse|violent|dangerous|closer|bigger|serious; worse now; situation worse|is; aur badh|bigad {did}
  kidnap kar {did}; utha le {gone}; utha kar le; le {gone} use|usko|beti|usse; उठा ले {gone}; taken her|him|away; dragged her|him; badh|bad gaya|gayi {prog}|hai; dhamki de {prog}; maar|mar daala|dala|dalenge|denge; मार डाला|डालेंगे|देंगे; zyada|jyada maar|pee|hangama`

/** After these a live danger in the post is news. */
export const CHANGE = `
  ab; ab to; ab wo; ab ye; ab unhone; अब; अब तो; now; now they; now he; and now; phir; fir; फिर; again; ab phir; isi beech; meanwhile; this time; is baar; इस बार; aur ab; और अब`

/** Nothing is asked for any more: a mistake, or settled among themselves. */
export const CALLED_OFF = `
  galti|galati se {wrote}|tag|ho; गलती से {wrote}|टैग|हो; galatfehmi; गलतफहमी; by mistake; ignore my|the earlier|previous|last|above|post|tweet; madad|police|karwai|action {not} chahiye|zarurat|jarurat; police ki zarurat|jarurat {not}
  मदद|पुलिस {not} चाहिए; पुलिस की जरूरत {not}; no action needed|required; no need now|of|to; no help needed; please close; matter settled|resolved|closed; samjhauta ho {gone}; समझौता हो {gone}; misunderstanding; purani khabar thi; पुरानी खबर थी; false alarm; koi khatra {not}; कोई खतरा {not}; ab shanti; अब शांति`

/** More facts: a number, an address, a name, a picture, a correction. */
export const MORE_FACTS = `
  update; updates; updated; adding; addition; additional; correction; edit; landmark; अपडेट; aur jankari|jaankari|detail|details; और जानकारी; more|further|other details|info|information; in addition; also|and wearing|note; to add; forgot to; batana bhul; बताना भूल
  gadi|gaadi|bike|car|vehicle|scooty|scorpio|auto|truck|number number|no|nambar|plate|hai; गाड़ी|बाइक|कार|नंबर नंबर|प्लेट|है; plate number|no; number plate; regn|registration no|number
  location|address|pata|patta|makaan|makan|flat|house|ghar hai|is|ye|yeh|no|number|near|this; पता|मकान|लोकेशन है|नंबर|ये|यह|संख्या; live location; map link; pin code; pincode
  naam|name hai|is|h|bata|ye; नाम है|बता|यह|ये; uska|uski|unka|ladke|aaropi|accused naam|name|number|photo; उसका|उसकी|उनका|आरोपी नाम|नंबर|फोटो
  mobile|phone|contact|whatsapp|mera|my|number|no number|no|nambar|hai|is|#; मोबाइल|फोन|मेरा नंबर|नं; fir|case|complaint|token|docket|ticket|crime no|number|id|sankhya|nambar; एफआईआर|मुकदमा|शिकायत संख्या|नंबर
  photo|video|pic|pics|picture|screenshot|cctv|recording|audio attached|attach|bhej|sent|send|dekho|dekhiye|ye|yeh|laga|here|below|hai|of|bheja|upload|dm|sharing; फोटो|वीडियो|तस्वीर|रिकॉर्डिंग भेज|भेजा|देखिए|यह|ये|लगा|है; sharing|attached|attaching|uploading|here the|is|are|photo|video|pic
  near|opposite|opp|behind|beside|next to|the|gate|temple|school|petrol|mandir|chowk|chauraha; ke paas|pass|samne|saamne|bagal|peeche|pichhe; के पास|सामने|बगल|पीछे
  last seen; aakhri|akhri baar; आखिरी बार; wearing; pehne|pehni|pahni|pehna|pahne hai|hue|thi|hain|h; पहने|पहनी|पहन है|हुए|थी; kapde; रंग; rang; height|kad
  aur ek baat; और एक बात; one more thing; in continuation; yaad aaya|aaye|aayi; याद आया|आए|आई; aakhri # ank; ank; khasra|gata|khata|plot|seat|coach number|no|sankhya|#; गाटा|खसरा|सीट संख्या|नंबर|#; संख्या #; sankhya #
  number de|manga|dm|bheja|bhej|diya|in; नंबर दे|मांगा|भेज; you asked; aapne manga|pucha|poocha|puchha; आपने पूछा|मांगा; पूछा था; laga raha|rahi|diya|di|diye hun|hu|hai|h; lagaya hai|h|hun|hu; लगा रहा|रही हूं; लगाया है; as asked; pata neela|gali|#; # floor; andar se kundi; full number; pura|poora number; पूरा नंबर; zamanat|bail par|pe|mil|मिल; जमानत पर|मिल; accused|mulzim|aaropi ko bail; doctor report; medical report; bayan darj; बयान दर्ज`

/** They came, somebody was found, it is out. */
export const DONE = `
  panic over; mil gaya|gayi|gaye|gya|gyi|gai {kin}; {kin} mil gaya|gayi|gaye|gya|gyi|gai; मिल गया|गई|गए|गईं {kin}; {kin} मिल गया|गई|गए|गईं; sakushal; सकुशल; reunited; sahi salamat; सही सलामत
  {police} aa|pahunch|pahuch {gone}; {police} आ|पहुंच {gone}; {police} has|have|is|are|just come|came|arrived|reached|here; {police} arrived|reached; # {time} me|mein|में aa|aaye|pahunch|pahunche|आ|पहुंच; {come} within|in # {time}
  bach gaya|gayi|gaye; बच गया|गई|गए; bujh gayi|gai|gyi; बुझ गई; problem|issue|case solved|resolved; samasya hal; समस्या हल|समाप्त; kaam ho gaya; karz; pair chhu; sorry for the trouble|panic|tags|disturbance; maaf karna|kijiye|karein; माफ कीजिए|करना; सॉरी; god bless; aashirwad; आशीर्वाद`

/** It is over, somebody is safe, thanks. */
export const OVER = `
  sab|all theek|thik|ok|safe|fine|good|well|sahi; सब ठीक|सही|सुरक्षित; sorry for|sir|the; he|she|i|im|we|they|all|everyone|everybody|everything|mother|father|son|daughter|child|family fine|safe|stable|okay|home; both fine|safe; boy|girl|child is home
  mil gaya|gayi|gaye|gya|gyi|gai; मिल गया|गई|गए|गईं; thanks; thank you|u; thankyou; thanku; shukriya; dhanyavad; dhanyawad; aabhar; abhar; धन्यवाद; शुक्रिया; आभार; salaam; salam; salute; सलाम
  halat|haalat|tabiyat|हालत|तबीयत theek|thik|ठीक|behtar|बेहतर|stable|sudhar|सुधर; laut|lauta|lautaya|lautaye|wapas diya|gaya|mila|कर; लौटाया गया|है; लौटा दी|दिया|दिए; वापस मिला|मिल; zindabad|jindabad|जिंदाबाद
  pakad|pakda liya|gaya|lia|gye; पकड़ लिया; पकड़े गए; ho gaya kaam; solved; resolved; swasth; स्वस्थ; dil se; दिल से`

/** It happens again, as it was told before. */
export const RECURS = `
  fir|phir wahi|vahi|se wahi; फिर वही|वहीं; wahi|vahi fir|phir; वही|उसी फिर; aaj|ab fir|phir|phirse|again; आज|अब फिर; same|again tonight|today|man|boys|place|time|story|again|as|dog|bar|marriage|house|address; once|yet again; again and again; again tonight|today
  wahi wahi; wahi|vahi gali|time|samay|log|ladka|ladke|sipahi|dj|gadi|aadmi; वही|उसी शोर|लोग|लड़का|लड़के|समय|गाड़ी|नंबर|डीजे; did it again; doing it again; is baar bhi|pita; pichli|pichhli|last baar|time aap|aaye|also; पिछली बार आप|आए|भी; complaint|shikayat|warning|samjhane ke baad; शिकायत|चेतावनी के बाद; week|weekend in a row; parso|kal|last bhi likha|tagged|bulaya|complaint`

/** The author says that they write again. */
export const REPEATS = `
  phir|fir|dobara|dubara|phirse|firse se|likh|tweet|post|bol|bata|request likh|kar|raha|rahi|rha|rhi; फिर|दोबारा|दुबारा लिख|ट्वीट|पोस्ट|बता; again posting|tweeting|writing|requesting|asking|tagging; posting|tweeting|writing|tagging|requesting again; second|third|dusri|teesri time|tweet|baar|post|reminder; reminder; repeat; bar bar|baar likh|bol|tweet; repeatedly posting|tagging|tweeting; # baar|times likh|tweet|bata|post|bola`
