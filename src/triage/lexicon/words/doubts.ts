/** What speaks for a hoax or a prank, as sequences (see words/follow-ups.ts). Each is shown with its reason; none lowers anything. */
export const TESTING = `
  just testing; testing; test tweet|post|msg|message; this is test; sirf test; test kar {prog}|rha|raha; टेस्ट कर; टेस्टिंग; checking response|if|whether; check kar {prog} rha; ignore this; trial post; dummy`

export const PRANK = `
  prank; mazak; majak; mazaak; mazaq; mjak; kidding; jk; joke; hoax; मजाक; मज़ाक; प्रैंक; april fool; bevkoof|bewakoof banaya|bana; बेवकूफ बनाया; haha; hahaha; lol; lmao; rofl; just for fun; masti me|mein; timepass`

export const DARE = `
  dekhte hain|h kitni|kab|kaun|police; dekhte hai kitni|kab; देखते हैं कितनी|कब; lets see how|who|if|when; let us see how|who; i bet|dare; himmat hai to; challenge hai|to|accepted; dum hai to; attention seeking`

export const CHAIN = `
  forward to|this all|everyone|message|group; forward kare|karo|karen|kijiye; please forward; share in|to all|everyone|groups; zyada|jyada|adhik se zyada|jyada|adhik; ज्यादा|अधिक से ज्यादा|अधिक; viral karo|kare|kardo|kijiye; वायरल करो|करें; copy paste; copied; forwarded as|message; as received; har|all|sabhi group|groups me|mein; सभी ग्रुप; share before|until|till; sabko|sab ko bhejo|share|bheje; सबको भेजो|शेयर; make this|it viral; rt rt; retweet max|maximum|karo|kare`

export const HEARSAY = `
  suna hai; सुना है; kisi ne bataya|kaha|bola; किसी ने बताया|कहा; whatsapp|whatapp par|pe|me|group; व्हाट्सएप पर|में|ग्रुप; got|received on|this whatsapp; not sure|verified if|but; unverified; apparently; log keh|bol {prog}; i heard; someone told|said`

export const IMPOSSIBLE = `
  alien; aliens; ufo; zombie; zombies; bhoot; bhut; chudail; churail; dinosaur; godzilla; superman; thanos; vampire; dragon; एलियन; भूत; चुड़ैल; डायन; ज़ॉम्बी; daayan; sarvanash; world war; end of the world; third world war; pralay; प्रलय; god told|said; time travel; mar gaya hun main; i am dead; main mar chuka|gaya; teleport`
