/** Ways on which a place is told by a number: of a train, a kilometre, a vehicle (place/ask.ts). As sequences, see follow-ups.ts. */
export const TRAIN = 'train|trains|railgadi|coach|bogie|dibba|dibbe|superfast|shatabdi|rajdhani|ट्रेन|रेलगाड़ी|कोच|बोगी|डिब्बे|डिब्बा'
export const ROAD = 'highway|hiway|haiway|expressway|nh|toll|bypass|हाईवे|हाइवे|एक्सप्रेसवे|टोल|राजमार्ग'
export const RIDE = 'cab|uber|ola|taxi|auto|driver|riksha|rickshaw|bus|scorpio|bolero|van|कैब|टैक्सी|ऑटो|ड्राइवर|बस'
